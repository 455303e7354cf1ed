using ImageStreams.Collections;
using ImageStreams.Graphs;

namespace ImageStreams.Tool;

/// <summary>Writes an impact as Markdown for a pull request.</summary>
internal static class ImpactMarkdown
{
    /// <summary>The rows of a section; a longer comment is refused by code hosts.</summary>
    private const int MaxRows = 200;

    /// <summary>Writes an answer.</summary>
    public static void Write(TextWriter output, ImpactReport report)
    {
        var impact = report.Impact;
        output.Write($"### {MarkdownText.EscapeList(impact.Moved)} moves\n\n{ImpactText.Summarize(impact)}\n");
        foreach (var unknown in impact.Unknown)
        {
            output.Write($"\n> {MarkdownText.Escape(unknown.Explanation)}\n");
        }

        foreach (var wave in impact.Waves)
        {
            WriteItems(output, report.Input, wave.Number == 0 ? "At once" : $"Wave {wave.Number}", wave.Items);
        }

        WriteItems(output, report.Input, "Cut off by a pause", impact.CutOffByPause);
        WriteItems(output, report.Input, "Only by hand", impact.Manual);
        WriteNew(output, report);
        if (AssumptionText.FindForAll(report.RestsOn) is { } assumption)
        {
            output.Write($"\nAssuming {assumption}.\n");
        }
    }

    private static void WriteItems(TextWriter output, LoadedInput input, string title, ValueList<ImpactItem> items)
    {
        if (items.IsEmpty)
        {
            return;
        }

        output.Write($"\n**{title}**\n\n| what | because of | where |\n|---|---|---|\n");
        foreach (var item in items.Take(MaxRows))
        {
            output.Write(
                $"| {MarkdownText.Escape(item.Node.ToString())} | {MarkdownText.Escape(item.Cause.From.ToString())} "
                + $"| {MarkdownText.Code(input.ShowPlace(item.Cause.Field))} |\n");
        }

        if (items.Count > MaxRows)
        {
            output.Write($"\nand {ToolText.Count(items.Count - MaxRows, "more row")}\n");
        }
    }

    private static void WriteNew(TextWriter output, ImpactReport report)
    {
        if (report.NewCycles.IsEmpty && report.NewFindings.IsEmpty)
        {
            return;
        }

        output.Write("\n**New problems**\n\n");
        foreach (var cycle in report.NewCycles)
        {
            output.Write($"- {MarkdownText.Escape(cycle.ToString())}\n");
        }

        foreach (var finding in report.NewFindings)
        {
            output.Write($"- {finding.Code} {MarkdownText.Code(report.Input.ShowPlace(finding.Location))}: {MarkdownText.Escape(finding.Message)}\n");
        }
    }
}
