import { CoreAdminContext, CoreAdminUI, CustomRoutes, memoryStore, reactRouterProvider, Resource } from 'react-admin';
import { LanguageProvider, type Speaker } from './i18n/LanguageProvider.tsx';
import { ReadAgain } from './i18n/ReadAgain.tsx';
import { Appearance } from './layout/Appearance.tsx';
import { CrashPage } from './layout/CrashPage.tsx';
import { Home } from './layout/Home.tsx';
import { Layout } from './layout/Layout.tsx';
import { LoadingPage } from './layout/LoadingPage.tsx';
import { NotFound } from './layout/NotFound.tsx';
import { guarded } from './layout/guarded.tsx';
import { screen } from './layout/screen.ts';
import { PathwayList } from './pathways/list/PathwayList.tsx';
import { authProvider } from './providers/authProvider.ts';
import { dataProvider } from './providers/dataProvider.ts';
import { PasswordLink } from './session/PasswordLink.tsx';
import { SignIn } from './session/SignIn.tsx';
import { Announcer } from './shared/Announcer.tsx';

const { Route } = reactRouterProvider;

const Week = guarded(
  'week.read',
  screen(() => import('./week/WeekScreen.tsx'), 'WeekScreen'),
);
const News = guarded(
  'week.read',
  screen(() => import('./week/NewsScreen.tsx'), 'NewsScreen'),
);
const Pathways = guarded('pathways.list', PathwayList);
const OpenPathway = guarded(
  'pathways.open',
  screen(() => import('./pathways/open/OpenPathway.tsx'), 'OpenPathway'),
);
const PathwayFile = guarded(
  'pathways.read',
  screen(() => import('./pathways/file/PathwayFile.tsx'), 'PathwayFile'),
);
const ToAssign = guarded(
  'pathways.assign',
  screen(() => import('./pathways/assign/ToAssign.tsx'), 'ToAssign'),
);
const StallList = guarded(
  'stalls.list',
  screen(() => import('./stalls/StallList.tsx'), 'StallList'),
);
const ImportHome = guarded(
  'imports.manage',
  screen(() => import('./imports/ImportHome.tsx'), 'ImportHome'),
);
const ImportDetail = guarded(
  'imports.manage',
  screen(() => import('./imports/ImportDetail.tsx'), 'ImportDetail'),
);
const PrefectureReport = guarded(
  'reports.read',
  screen(() => import('./reports/PrefectureReport.tsx'), 'PrefectureReport'),
);
const AuditList = guarded(
  'audit.read',
  screen(() => import('./audit/AuditList.tsx'), 'AuditList'),
);
const OpeningList = guarded(
  'openings.list',
  screen(() => import('./openings/OpeningList.tsx'), 'OpeningList'),
);
const Thresholds = guarded(
  'thresholds.manage',
  screen(() => import('./thresholds/ThresholdsScreen.tsx'), 'ThresholdsScreen'),
);

const SessionList = guarded(
  'groupSessions.hold',
  screen(() => import('./groupSessions/SessionList.tsx'), 'SessionList'),
);
const SessionScreen = guarded(
  'groupSessions.hold',
  screen(() => import('./groupSessions/SessionScreen.tsx'), 'SessionScreen'),
);
const Attendance = guarded(
  'groupSessions.hold',
  screen(() => import('./groupSessions/AttendanceScreen.tsx'), 'AttendanceScreen'),
);
const Certificates = guarded(
  'groupSessions.hold',
  screen(() => import('./groupSessions/CertificatesScreen.tsx'), 'CertificatesScreen'),
);
const SignInSheet = guarded(
  'groupSessions.hold',
  screen(() => import('./groupSessions/SheetScreen.tsx'), 'SheetScreen'),
);
const Transfers = guarded(
  'pathways.transfer',
  screen(() => import('./transfers/TransfersScreen.tsx'), 'TransfersScreen'),
);
const Merge = guarded(
  'pathways.merge',
  screen(() => import('./merging/MergeScreen.tsx'), 'MergeScreen'),
);
const OwnAccount = guarded(
  'account.own',
  screen(() => import('./account/OwnAccount.tsx'), 'OwnAccount'),
);
const AccountList = guarded(
  'accounts.manage',
  screen(() => import('./accounts/AccountList.tsx'), 'AccountList'),
);
const AccountDetail = guarded(
  'accounts.manage',
  screen(() => import('./accounts/AccountDetail.tsx'), 'AccountDetail'),
);
const OrganisationList = guarded(
  'organisations.manage',
  screen(() => import('./accounts/OrganisationList.tsx'), 'OrganisationList'),
);

// Kept in memory only: what a list was filtered on says whom one was looking for (decision 18).
const store = memoryStore();

export const App = ({ speaker }: { speaker: Speaker }) => (
  <Appearance>
    <LanguageProvider first={speaker}>
      {(provider) => (
        <Announcer>
          <CoreAdminContext
            authProvider={authProvider}
            dataProvider={dataProvider}
            i18nProvider={provider}
            store={store}
          >
            <ReadAgain />
            <CoreAdminUI
              disableTelemetry
              requireAuth
              title="Jalon"
              layout={Layout}
              loginPage={SignIn}
              dashboard={Home}
              catchAll={NotFound}
              loading={LoadingPage}
              error={CrashPage}
            >
              <Resource name="pathways" list={Pathways} create={OpenPathway} show={PathwayFile} />
              <Resource name="stalls" list={StallList} />
              <Resource name="imports" list={ImportHome} show={ImportDetail} />
              <Resource name="audit" list={AuditList} />
              <Resource name="openings" list={OpeningList} />
              <Resource name="accounts" list={AccountList} show={AccountDetail} />
              <Resource name="organisations" list={OrganisationList} />
              <CustomRoutes noLayout>
                <Route path="/password-link" element={<PasswordLink />} />
              </CustomRoutes>
              <CustomRoutes>
                <Route path="/week" element={<Week />} />
                <Route path="/week/news" element={<News />} />
                <Route path="/group-sessions" element={<SessionList />} />
                <Route path="/group-sessions/:id" element={<SessionScreen />} />
                <Route path="/group-sessions/:id/attendance" element={<Attendance />} />
                <Route path="/group-sessions/:id/certificates" element={<Certificates />} />
                <Route path="/group-sessions/:id/sheet" element={<SignInSheet />} />
                <Route path="/merge/:keptId/:otherId" element={<Merge />} />
                <Route path="/account" element={<OwnAccount />} />
                <Route path="/assign" element={<ToAssign />} />
                <Route path="/reports" element={<PrefectureReport />} />
                <Route path="/thresholds" element={<Thresholds />} />
                <Route path="/transfers" element={<Transfers />} />
              </CustomRoutes>
            </CoreAdminUI>
          </CoreAdminContext>
        </Announcer>
      )}
    </LanguageProvider>
  </Appearance>
);
