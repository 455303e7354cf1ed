using System.Text.Json.Nodes;
using ImageStreams.Builds;
using ImageStreams.Graphs;
using ImageStreams.Serialization;
using ImageStreams.Tests.Builders;
using ImageStreams.Tests.Triggers;
using ImageStreams.Workloads;

namespace ImageStreams.Tests.Documentation;

/// <summary>The example of one rule on the page about the doctor.</summary>
/// <param name="Heading">The heading of its section.</param>
/// <param name="Text">The text of its section, without line breaks.</param>
/// <param name="Broken">The objects of the example.</param>
/// <param name="Fixed">The same objects with the fix applied.</param>
internal sealed record DoctorExample(string Heading, string Text, GraphObjects Broken, GraphObjects Fixed)
{
    private const string Page = "docs/how-to/trigger-doctor.md";
    private const string Begin = "### IST";
    private const string Fix = "Fix:";

    public static IReadOnlyList<DoctorExample> All { get; } = [.. ReadAll()];

    public string Code => Heading.Split(' ')[0];

    private static IEnumerable<DoctorExample> ReadAll()
    {
        var lines = Repository.Read(Page).Split('\n');
        var blocks = CodeBlock.In(Page).ToList();
        var starts = Enumerable.Range(0, lines.Length).Where(i => lines[i].StartsWith(Begin, StringComparison.Ordinal)).ToList();
        var shared = blocks.Where(block => block.Language == "json" && block.Line <= starts[0]).Select(block => block.Text).ToList();
        foreach (var start in starts)
        {
            var end = Array.FindIndex(lines, start + 1, line => line.StartsWith("##", StringComparison.Ordinal));
            var fix = Array.IndexOf(lines, Fix, start);
            var text = string.Join(' ', lines[(start + 2)..end]);
            var broken = Objects(shared[0], shared[1], Blocks(start, fix));
            yield return new DoctorExample(
                lines[start][4..], text, ToGraph(broken), ToGraph(Objects(shared[0], shared[1], Blocks(start, fix), Blocks(fix, end))));
        }

        IEnumerable<string> Blocks(int from, int to) =>
            blocks.Where(block => block.Line > from && block.Line <= to).Select(block => block.Text);
    }

    /// <summary>The objects by kind and name; a later one replaces an earlier one, and a CronJob replaces a Job.</summary>
    private static Dictionary<string, JsonNode> Objects(string stream, string deployment, params IEnumerable<string>[] blocks)
    {
        var objects = new Dictionary<string, JsonNode>();
        foreach (var text in blocks.SelectMany(texts => texts).Prepend(stream))
        {
            var node = text.StartsWith('{') ? JsonNode.Parse(text)! : Annotated(deployment, text);
            objects[$"{GetKey((string)node["kind"]!)} {node["metadata"]!["name"]}"] = node;
        }

        return objects;
    }

    private static string GetKey(string kind) => kind is "ImageStream" or "BuildConfig" ? kind : "workload";

    private static JsonNode Annotated(string deployment, string annotation)
    {
        var node = JsonNode.Parse(deployment)!;
        Corrections.Put(node, ExaminedObjects.Annotation, annotation);
        return node;
    }

    private static GraphObjects ToGraph(Dictionary<string, JsonNode> objects) =>
        GraphWorlds.Objects([.. objects.Values.Select(ToObject)]);

    private static object ToObject(JsonNode node) => (string)node["kind"]! switch
    {
        ImageStream.KindName => ImageStreamJson.Deserialize<ImageStream>(node.ToJsonString()),
        BuildConfig.KindName => ImageStreamJson.Deserialize<BuildConfig>(node.ToJsonString()),
        _ => Workload.Parse(node.ToJsonString()),
    };
}
