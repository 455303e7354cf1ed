using System.Text.Json;
using ImageStreams.Collections;
using ImageStreams.Graphs;

namespace ImageStreams.Tool;

/// <summary>Writes cycles.</summary>
internal static class CycleText
{
    /// <summary>Writes cycles for people.</summary>
    public static void Write(TextOutput output, ValueList<GraphCycle> cycles, LoadedInput input)
    {
        foreach (var cycle in cycles)
        {
            WriteCycle(output, cycle, input);
        }

        output.WriteLine(cycles.IsEmpty ? "no cycles" : ToolText.Count(cycles.Count, "cycle"), Tone.Strong);
    }

    /// <summary>Writes cycles as JSON.</summary>
    public static void WriteCycles(this Utf8JsonWriter writer, string name, IEnumerable<GraphCycle> cycles, LoadedInput input) =>
        writer.WriteArray(name, cycles, (json, cycle) =>
        {
            var cut = cycle.FindCut();
            json.WriteString("kind", ToolText.ToCamelCase(cycle.Kind.ToString()));
            json.WriteBoolean("selfTriggering", cycle.IsSelfTriggering);
            json.WriteBoolean("shortest", cycle.IsShortest);
            json.WriteArray("path", GetPath(cycle), (item, edge) => item.WriteEdge(edge, input));
            json.WriteField("cut", cut.Edge.Field);
            json.WritePlace("cutPlace", input.FindPlace(cut.Edge.Field));
            json.WriteString("cutReason", cut.Reason);
        });

    /// <summary>Gets the path that fires by itself, or the shortest one.</summary>
    private static ValueList<GraphEdge> GetPath(GraphCycle cycle) => cycle.IsSelfTriggering ? cycle.FiringPath : cycle.Path;

    private static void WriteCycle(TextOutput output, GraphCycle cycle, LoadedInput input)
    {
        var title = cycle.Kind == GraphCycleKind.TagCycle ? "tags that follow each other" : "builds that need each other's images";
        output.Write(title, Tone.Strong);
        output.WriteLine(cycle.IsSelfTriggering ? ", and start each other endlessly:" : ":", Tone.Strong);
        var table = TextTable.CreateIndented();
        foreach (var edge in GetPath(cycle))
        {
            table.Add(($"{edge.From} -> {edge.To}", Tone.Plain), (input.ShowPlace(edge.Field), Tone.Muted));
        }

        table.Write(output);
        var cut = cycle.FindCut();
        output.Write("  cut it at ", Tone.Good);
        output.WriteLine($"{input.ShowPlace(cut.Edge.Field)} ({cut.Edge.Field.Path})");
        output.WriteLine($"    {cut.Reason}", Tone.Muted);
    }
}
