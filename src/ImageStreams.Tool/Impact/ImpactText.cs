using ImageStreams.Collections;
using ImageStreams.Graphs;

namespace ImageStreams.Tool;

/// <summary>Writes an impact for people.</summary>
internal static class ImpactText
{
    /// <summary>Writes an answer.</summary>
    public static void Write(TextOutput output, ImpactReport report)
    {
        var impact = report.Impact;
        foreach (var unknown in impact.Unknown)
        {
            output.WriteLine(unknown.Explanation, Tone.Warning);
        }

        if (impact.Moved.IsEmpty)
        {
            return;
        }

        output.WriteLine($"{string.Join(", ", impact.Moved)} {(impact.Moved.Count == 1 ? "moves" : "move")}: {Summarize(impact)}", Tone.Strong);
        foreach (var wave in impact.Waves)
        {
            WriteItems(output, report, wave.Number == 0 ? "at once" : $"wave {wave.Number}", wave.Items);
        }

        WriteItems(output, report, "cut off by a pause", impact.CutOffByPause);
        WriteItems(output, report, "only by hand", impact.Manual);
        WriteNew(output, report);
        if (AssumptionText.FindForAll(report.RestsOn) is { } assumption)
        {
            output.WriteLine($"assuming {assumption}", Tone.Note);
        }
    }

    /// <summary>Summarizes an impact: <c>1 build, 2 rollouts, 3 tags</c>.</summary>
    public static string Summarize(TagImpact impact) =>
        $"{ToolText.Count(impact.Builds, "build")}, {ToolText.Count(impact.Rollouts, "rollout")}, {ToolText.Count(impact.Tags, "tag")}";

    private static void WriteItems(TextOutput output, ImpactReport report, string title, ValueList<ImpactItem> items)
    {
        if (items.IsEmpty)
        {
            return;
        }

        output.WriteLine($"{title}:", Tone.Note);
        var table = TextTable.CreateIndented();
        foreach (var item in items)
        {
            table.Add(
                ($"{item.Node}", Tone.Plain),
                ($"because of {item.Cause.From}{(item.IsInLoop ? ", repeatedly" : "")}", Tone.Muted),
                (report.Input.ShowPlace(item.Cause.Field), Tone.Plain));
        }

        table.Write(output);
    }

    private static void WriteNew(TextOutput output, ImpactReport report)
    {
        if (!report.NewCycles.IsEmpty)
        {
            output.WriteLine("new cycles:", Tone.Error);
            CycleText.Write(output, report.NewCycles, report.Input);
        }

        if (!report.NewFindings.IsEmpty)
        {
            output.WriteLine("new findings:", Tone.Error);
        }

        foreach (var finding in report.NewFindings)
        {
            output.Write($"  {report.Input.ShowPlace(finding.Location)}: ");
            output.WriteLine($"{FindingWriter.ToWord(finding.Severity)} {finding.Code}: {finding.Message}");
        }
    }
}
