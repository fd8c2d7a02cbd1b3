using System.Text;
using System.Text.Json;
using Phm.Disclosure;
using Phm.Tests.Ingest;

namespace Phm.Tests.Disclosure;

/// <summary>The log of what was shown: whole lines, chained, added at the end, whoever else writes.</summary>
public sealed class AuditLogTests
{
    private static readonly AuditEntry s_entry = new()
    {
        Action = AuditAction.Reveal,
        Population = "Kent, 2024/25",
        Criterion = "2024/25: p => p.Age > 75",
        Columns = ["Patient", "Age"],
        Purpose = "direct care",
        Why = "community respiratory service",
        Rows = 12,
    };

    [Fact]
    public void An_entry_is_one_line_of_JSON_with_the_digest_of_the_line_before()
    {
        using var folder = new TempFolder();
        var log = Log(folder);
        log.Append(s_entry);
        log.Append(s_entry with { Action = AuditAction.Export, File = "/data/list.csv" });
        var lines = File.ReadAllLines(log.Path).Select(line => JsonDocument.Parse(line).RootElement).ToArray();
        Assert.Equal("""["when","user","machine","action","population","criterion","columns","purpose","why","rows","previous","digest"]""", JsonSerializer.Serialize(lines[0].EnumerateObject().Select(member => member.Name)));
        Assert.Equal("2025-03-31T12:00:00.125Z", lines[0].GetProperty("when").GetString());
        Assert.Equal(new string('0', 64), lines[0].GetProperty("previous").GetString());
        Assert.Equal(lines[0].GetProperty("digest").GetString(), lines[1].GetProperty("previous").GetString());
        Assert.Equal("/data/list.csv", lines[1].GetProperty("file").GetString());
        Assert.EndsWith("\n", File.ReadAllText(log.Path), StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_written_is_read_back()
    {
        using var folder = new TempFolder();
        var log = Log(folder);
        log.Append(s_entry);
        var check = log.Check();
        Assert.True(check.IsWhole);
        var entry = Assert.Single(check.Entries);
        Assert.Equal(s_entry with { When = FixedClock.Noon.GetUtcNow(), User = "anna", Machine = "desk-7", Columns = entry.Columns }, entry);
        Assert.Equal(s_entry.Columns, entry.Columns);
        Assert.Equal(64, check.LastDigest.Length);
    }

    [Fact]
    public void Any_line_that_is_altered_removed_moved_or_added_is_found()
    {
        var lines = Lines(6);
        Assert.Empty(Breaks(lines));
        for (var i = 0; i < lines.Length; i++)
        {
            Assert.NotEmpty(Breaks([.. lines.Select((line, at) => at == i ? line.Replace("\"rows\":12", "\"rows\":1", StringComparison.Ordinal) : line)]));
            Assert.NotEmpty(Breaks([.. lines.Select((line, at) => at == i ? "" : line)]));
            if (i < lines.Length - 1) Assert.NotEmpty(Breaks([.. lines.Where((_, at) => at != i)]));
            Assert.NotEmpty(Breaks([.. lines[..i], lines[i], lines[i], .. lines[(i + 1)..]]));
            if (i > 0) Assert.NotEmpty(Breaks([.. lines[..(i - 1)], lines[i], lines[i - 1], .. lines[(i + 1)..]]));
        }
    }

    [Fact]
    public void A_line_written_anew_with_a_right_digest_of_its_own_breaks_the_next()
    {
        var lines = Lines(3);
        var forged = AuditLine.Write(s_entry with { Rows = 1 }, JsonDocument.Parse(lines[1]).RootElement.GetProperty("previous").GetString()!).Line;
        Assert.StartsWith("Line 3:", Assert.Single(Breaks([lines[0], forged, lines[2]])), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_single_changed_character_is_found()
    {
        var random = new Random(2);
        var lines = Lines(3);
        for (var i = 0; i < 500; i++)
        {
            var line = random.Next(lines.Length);
            var at = random.Next(lines[line].Length);
            var changed = lines[line][..at] + (char)(lines[line][at] == 'x' ? 'y' : 'x') + lines[line][(at + 1)..];
            Assert.NotEmpty(Breaks([.. lines.Select((each, index) => index == line ? changed : each)]));
        }
    }

    [Fact]
    public void The_newest_lines_can_be_removed_unseen_by_all_but_the_last_digest()
    {
        using var folder = new TempFolder();
        var lines = Lines(3);
        File.WriteAllLines(folder.In("a"), lines[..2]);
        File.WriteAllLines(folder.In("b"), lines);
        Assert.True(AuditLog.Check(folder.In("a")).IsWhole);
        Assert.NotEqual(AuditLog.Check(folder.In("a")).LastDigest, AuditLog.Check(folder.In("b")).LastDigest);
    }

    [Fact]
    public void A_line_that_a_crash_cut_off_is_told_and_the_next_entry_follows_the_last_whole_one()
    {
        using var folder = new TempFolder();
        var log = Log(folder);
        log.Append(s_entry);
        log.Append(s_entry);
        File.WriteAllText(log.Path, File.ReadAllText(log.Path)[..^40]);
        Assert.Contains("Line 2: found a last line that is not whole", Assert.Single(log.Check().Breaks), StringComparison.Ordinal);
        log.Append(s_entry);
        var check = log.Check();
        Assert.True(check.IsWhole);
        Assert.Equal([2], check.TornLines);
        Assert.Equal(2, check.Entries.Count);
    }

    [Fact]
    public void A_crash_at_any_byte_of_the_first_entry_does_not_stop_the_next()
    {
        var whole = Encoding.UTF8.GetBytes(Lines(1)[0] + "\n");
        foreach (var kept in (int[])[1, 2, 50, whole.Length - 2, whole.Length - 1])
        {
            using var folder = new TempFolder().With("audit.jsonl", whole[..kept]);
            var log = Log(folder);
            log.Append(s_entry);
            Assert.True(log.Check().IsWhole);
        }
    }

    [Fact]
    public void Hostile_text_stays_within_its_line_and_its_bounds()
    {
        using var folder = new TempFolder();
        var log = Log(folder);
        var hostile = "\",\"rows\":0}\r\n{\u2028\u202e\0<script>\ud800" + new string('é', 100_000);
        log.Append(s_entry with { Population = hostile, Criterion = hostile, Columns = [.. Enumerable.Repeat(hostile, 200)], File = hostile, Purpose = hostile, Why = hostile });
        log.Append(s_entry);
        var bytes = File.ReadAllBytes(log.Path);
        Assert.Equal(2, bytes.Count(b => b == '\n'));
        Assert.DoesNotContain(bytes, b => b is >= 0x7F or (< 0x20 and not (byte)'\n'));
        Assert.True(bytes.Length < AuditLine.MaxBytes);
        Assert.True(log.Check().IsWhole);
        Assert.Equal(12, log.Check().Entries[0].Rows);
    }

    [Fact]
    public void Writers_at_the_same_time_make_one_chain()
    {
        using var folder = new TempFolder();
        Parallel.For(0, 40, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i => Log(folder).Append(s_entry with { Rows = i }));
        var check = Log(folder).Check();
        Assert.True(check.IsWhole, string.Join('\n', check.Breaks));
        Assert.Equal(Enumerable.Range(0, 40).Select(i => (long)i), check.Entries.Select(entry => entry.Rows).Order());
    }

    [Fact]
    public void Megabytes_of_junk_do_not_stop_appending_but_break_the_chain()
    {
        using var folder = new TempFolder();
        var log = Log(folder);
        log.Append(s_entry);
        var filler = "\n" + new string('x', 3_000_000) + "\n";
        File.AppendAllText(log.Path, filler);
        log.Append(s_entry);
        Assert.False(log.Check().IsWhole);
    }

    [Fact]
    public void The_file_and_its_folder_are_made_for_the_account_alone()
    {
        using var folder = new TempFolder();
        var log = new AuditLog(Path.Combine(folder.Path, "a", "b", "audit.jsonl"), FixedClock.Noon, "anna", "desk-7");
        log.Append(s_entry);
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(log.Path));
    }

    [Fact]
    public void A_log_that_cannot_be_written_is_an_error_that_says_what_to_do()
    {
        using var folder = new TempFolder().With("file", "x");
        var log = new AuditLog(Path.Combine(folder.In("file"), "audit.jsonl"), FixedClock.Noon, "anna", "desk-7");
        var message = Assert.Throws<DisclosureException>(() => log.Append(s_entry)).Message;
        Assert.Contains("nothing was revealed", message, StringComparison.Ordinal);
        Assert.Contains("PHM_AUDIT_LOG", message, StringComparison.Ordinal);
        Assert.Throws<DisclosureException>(() => new AuditLog(folder.Path, FixedClock.Noon, "anna", "desk-7").Append(s_entry));
    }

    [Fact]
    public void The_environment_says_where_the_log_is()
    {
        var place = Path.Combine(Path.GetTempPath(), "log.jsonl");
        var account = Path.Combine(Path.GetTempPath(), "anna");
        Assert.Equal(place, AuditLog.DefaultPath(place, account));
        Assert.Equal(Path.Combine(account, "phm", "audit.jsonl"), AuditLog.DefaultPath(" ", account));
        Assert.Throws<DisclosureException>(() => AuditLog.DefaultPath("log.jsonl", account));
        Assert.Throws<DisclosureException>(() => AuditLog.DefaultPath(null, ""));
    }

    private static AuditLog Log(TempFolder folder) => new(folder.In("audit.jsonl"), FixedClock.Noon, "anna", "desk-7");

    private static string[] Lines(int count)
    {
        using var folder = new TempFolder();
        for (var i = 0; i < count; i++) Log(folder).Append(s_entry);
        return File.ReadAllLines(Log(folder).Path);
    }

    private static IReadOnlyList<string> Breaks(string[] lines)
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder.In("log"), string.Concat(lines.Select(line => line + "\n")));
        return AuditLog.Check(folder.In("log")).Breaks;
    }
}
