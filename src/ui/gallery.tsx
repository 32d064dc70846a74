import type { VNode } from 'preact';
import { BigNumber } from './components/BigNumber.tsx';
import { Button } from './components/Button.tsx';
import { ButtonRow } from './components/ButtonRow.tsx';
import { Card } from './components/Card.tsx';
import { Checkbox } from './components/Checkbox.tsx';
import { Columns } from './components/Columns.tsx';
import { ConflictNotice } from './components/ConflictNotice.tsx';
import { Details } from './components/Details.tsx';
import { EmptyState } from './components/EmptyState.tsx';
import { Field } from './components/Field.tsx';
import { Note } from './components/Note.tsx';
import { Pagination } from './components/Pagination.tsx';
import { Radios } from './components/Radios.tsx';
import { ScoreBar } from './components/ScoreBar.tsx';
import { Select } from './components/Select.tsx';
import { SummaryList } from './components/SummaryList.tsx';
import { Table } from './components/Table.tsx';
import { Tag } from './components/Tag.tsx';
import { TaskList } from './components/TaskList.tsx';
import { TextArea } from './components/TextArea.tsx';
import { Timeline } from './components/Timeline.tsx';
import { Trace } from './components/Trace.tsx';
import { Island } from './islands/Island.tsx';
import type { Language } from './language.ts';
import { Page } from './page.tsx';

/** Every component once, on one page: for the tests of structure and for looking at. No route leads here. */
export function Gallery({ language }: { readonly language: Language }): VNode {
  return (
    <Page
      language={language}
      title="Bộ thành phần"
      assets={{ stylesheet: '/assets/main.css', islands: ['/assets/unit-picker.js'], version: '0.1.0' }}
      viewer={{
        name: 'Người dùng mẫu',
        unitName: 'Phường Lương Văn Tri',
        organisationName: 'Trạm Y tế',
        navigation: [
          { href: '/tu-danh-gia', label: 'Tự đánh giá', current: true },
          { href: '/viec', label: 'Việc của tôi', current: false },
        ],
      }}
      breadcrumbs={[{ label: 'Năm 2026', href: '/2026' }, { label: 'Bộ thành phần' }]}
      currentPath="/bo-thanh-phan?trang=1"
      banner="Dữ liệu mẫu: số liệu mô phỏng"
      errorSummary={[
        { field: 'tiem-du', message: 'Không thể lớn hơn tổng số trẻ em dưới 1 tuổi (212).' },
        { message: 'Biểu mẫu đã quá hạn, hãy tải lại trang.' },
      ]}
    >
      <h1>Bộ thành phần</h1>
      <Columns layout="main-aside">
        <Card title="Tiêu chí" id="tieu-chi">
          <Tasks language={language} />
        </Card>
        <div>
          <Scores language={language} />
        </div>
      </Columns>
      <Columns layout="two">
        <Card title="Biểu mẫu" id="bieu-mau">
          <Fields />
        </Card>
        <Card title="Thông tin" id="thong-tin">
          <Facts language={language} />
        </Card>
      </Columns>
    </Page>
  );
}

function Tasks({ language }: { language: Language }): VNode {
  return (
    <>
      <TaskList
        language={language}
        caption="Các tiêu chí"
        tasks={[
          {
            number: 3,
            name: 'Trẻ em bị xâm hại',
            href: '/tieu-chi/3',
            owner: 'Công an phường',
            status: { kind: 'info', word: 'Đã nộp' },
            disqualifyingZero: true,
            evidence: '1/2',
            due: { text: '15/10', urgent: false },
            points: { have: 0, maximum: 100 },
          },
          {
            number: 13,
            name: 'Mức độ hài lòng của trẻ em và người dân',
            owner: 'Phòng Văn hóa - Xã hội',
            status: { kind: 'plain', word: 'Chưa bắt đầu' },
            disqualifyingZero: false,
            due: { text: 'Hôm nay', urgent: true },
            points: { have: null, maximum: 75 },
          },
        ]}
      />
      <Table
        caption="Số liệu theo khối phố"
        onPhone="scroll"
        columns={[
          { heading: 'Khối phố' },
          { heading: 'Trẻ em', numeric: true },
          { heading: 'Đã tiêm', numeric: true },
        ]}
        rows={[
          ['Khối 1', '1.204', '1.180'],
          ['Khối 2', '96', '94'],
        ]}
      />
      <Table
        caption="Người dùng"
        columns={[{ heading: 'Họ tên' }, { heading: 'Vai trò' }]}
        rows={[['Người dùng mẫu', 'Cán bộ y tế']]}
      />
      <Pagination language={language} current={5} pages={9} hrefOf={(page) => `?trang=${page}`} />
      <EmptyState title="Chưa có chu kỳ nào" action={<Button href="/chu-ky/moi">Mở chu kỳ</Button>}>
        Mở chu kỳ đánh giá của năm để bắt đầu nhập số liệu.
      </EmptyState>
    </>
  );
}

function Scores({ language }: { language: Language }): VNode {
  return (
    <>
      <Card title="Điểm hiện tại" id="diem">
        <BigNumber language={language} value={700} maximum={1000} />
        <ScoreBar
          language={language}
          have={700}
          range={{ least: 700, most: 850 }}
          maximum={1000}
          threshold={850}
        />
        <BigNumber language={language} value={null} maximum={50} />
        <ScoreBar language={language} have={40} maximum={50} />
        <Trace
          steps={[
            { text: '203 trong 212 trẻ em', formula: '203 × 100 ÷ 212 = 95,75%' },
            { text: 'Từ 95% đến dưới 98%: 40 điểm', note: 'mức tạm tính' },
          ]}
        />
      </Card>
      <Note kind="stop" title="Chưa đủ điều kiện công nhận.">
        Tiêu chí 3 đang 0 điểm.
      </Note>
      <Note kind="wait">Tạm tính: thang điểm chưa đối chiếu với phụ lục.</Note>
      <Note kind="go" announced>
        Đã lưu.
      </Note>
      <Note>Số liệu của năm 2025.</Note>
    </>
  );
}

function Fields(): VNode {
  return (
    <form method="post" action="/tieu-chi/7">
      <Field
        id="tong-so"
        kind="figure"
        label="Tổng số trẻ em dưới 1 tuổi"
        hint="Trẻ em cư trú trên địa bàn"
        value="212"
        unit="trẻ em"
        previous="năm 2025: 205"
      />
      <Field
        id="tiem-du"
        kind="figure"
        label="Trong đó được tiêm chủng đầy đủ"
        error="Không thể lớn hơn tổng số trẻ em dưới 1 tuổi (212)."
        value="217"
      />
      <Field id="mat-khau" kind="password" label="Mật khẩu" autocomplete="current-password" />
      <Field id="khoa" label="Mã đơn vị" value="06001" readOnly />
      <Radios
        id="tinh-trang"
        label="Tình trạng số liệu"
        hint="Chọn một"
        error="Chọn tình trạng của số liệu."
        value="khong-ap-dung"
        choices={[
          { value: 'co-so', label: 'Có số liệu' },
          {
            value: 'khong-ap-dung',
            label: 'Không áp dụng',
            hint: 'Cần nêu lý do',
            revealed: <Field id="ly-do" label="Lý do" />,
          },
        ]}
      />
      <Select
        id="tinh"
        label="Tỉnh, thành phố"
        placeholder="Chọn tỉnh, thành phố"
        value="20"
        options={[
          { value: '20', label: 'Tỉnh Lạng Sơn' },
          { value: '24', label: 'Tỉnh Bắc Ninh' },
        ]}
      />
      <Checkbox id="xac-nhan" label="Số liệu đã được đối chiếu" hint="với sổ gốc" error="Cần xác nhận." />
      <TextArea
        id="ghi-chu"
        label="Ghi chú"
        hint="Vì sao thay đổi nhiều so với năm trước"
        value="Dân số tăng"
      />
      <ButtonRow>
        <Button>Lưu</Button>
        <Button kind="plain" name="viec" value="nop">
          Nộp tiêu chí
        </Button>
        <Button kind="danger">Xóa</Button>
      </ButtonRow>
    </form>
  );
}

function Facts({ language }: { language: Language }): VNode {
  return (
    <>
      <p>
        <Tag kind="go">Đã chấp nhận</Tag> <Tag kind="wait">Đang nhập</Tag> <Tag kind="stop">Điểm liệt</Tag>{' '}
        <Tag kind="info">Đã nộp</Tag> <Tag kind="plain">Chưa đến hạn</Tag>
      </p>
      <SummaryList
        rows={[
          { term: 'Đơn vị', value: 'Phường Lương Văn Tri' },
          { term: 'Hạn nộp', value: '15/10/2026', action: { href: '/han', label: 'Sửa', about: 'hạn nộp' } },
        ]}
      />
      <Details summary="Cách tính">Số trẻ được tiêm đủ chia cho tổng số trẻ dưới 1 tuổi.</Details>
      <Timeline
        happenings={[
          {
            when: '21/10/2026 08:15',
            instant: '2026-10-21T08:15:00+07:00',
            who: 'Người dùng mẫu, Trạm Y tế',
            what: 'Sửa từ 201 thành 203',
            why: 'Bổ sung khối 2',
          },
          { when: '20/10/2026 16:40', who: 'Người dùng mẫu', what: 'Nhập 201' },
        ]}
      />
      <ConflictNotice
        language={language}
        label="Trong đó được tiêm chủng đầy đủ"
        yours="203"
        stored="204"
        storedBy="Người dùng khác"
        storedAt="08:16 ngày 21/10/2026"
      >
        <ButtonRow>
          <Button kind="plain">Giữ giá trị đang lưu</Button>
        </ButtonRow>
      </ConflictNotice>
      <Island name="unit-picker" props={{ chosen: '"><script>alert(1)</script>' }}>
        <Field id="don-vi" kind="search" label="Tìm đơn vị" />
      </Island>
    </>
  );
}
