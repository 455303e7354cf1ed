using System.Text.Json;
using System.Text.Json.Nodes;
using ImageStreams.Builds;
using ImageStreams.Graphs;

namespace ImageStreams.Conformance.Suites;

/// <summary>Builds and their images: the graph, its cycles, and its parts around single tags.</summary>
internal sealed class BuildChainSuite : ISuite
{
    public string Name => "buildchain";

    public JsonComparison Comparison => JsonComparison.Exact;

    public JsonNode? Answer(string operation, JsonElement input)
    {
        var chain = BuildChain.Create(input.List<BuildConfig>("buildConfigs"));
        return new JsonObject
        {
            ["nodes"] = ToNode(chain.Nodes),
            ["edges"] = ToNode(chain.Edges),
            ["cycles"] = ToNode(chain.FindCycles()),
            ["queries"] = input.GetProperty("queries").EnumerateArray().Select(query => ToNode(chain, query)).ToArray(),
        };
    }

    private static JsonObject ToNode(BuildChain chain, JsonElement query)
    {
        var tag = new BuildChainNode.ImageStreamTag { Namespace = query.Text("namespace"), Name = query.Text("name") };
        var answer = new JsonObject
        {
            ["namespace"] = tag.Namespace,
            ["name"] = tag.Name,
            ["found"] = chain.Contains(tag),
        };
        if (chain.Contains(tag))
        {
            answer["triggerOnly"] = ToNode(chain, tag, BuildChainInputs.TriggersOnly);
            answer["allInputs"] = ToNode(chain, tag, BuildChainInputs.All);
        }

        return answer;
    }

    private static JsonObject ToNode(BuildChain chain, BuildChainNode root, BuildChainInputs inputs) => new()
    {
        ["dependants"] = ToNode(chain.FindDependents(root, inputs)!),
        ["dependencies"] = ToNode(chain.FindDependencies(root, inputs)!),
    };

    private static JsonArray ToNode(BuildChainCycles cycles) => cycles.Cycles
        .Select(cycle => Rotated(cycle))
        .OrderBy(cycle => string.Join('\n', cycle), Utf8Comparer.Instance)
        .Select(cycle => (JsonNode?)ToNode(cycle))
        .ToArray();

    private static JsonObject ToNode(BuildChainPartition partition) => new()
    {
        ["nodes"] = ToNode(partition.Nodes),
        ["edges"] = ToNode(partition.Edges),
    };

    private static JsonArray ToNode(IEnumerable<BuildChainNode> nodes) =>
        ToNode(nodes.Select(node => node.ToString()).Order(Utf8Comparer.Instance));

    private static JsonArray ToNode(IEnumerable<string> texts) => texts.Select(text => (JsonNode?)text).ToArray();

    private static JsonArray ToNode(IEnumerable<BuildChainEdge> edges) => edges
        .OrderBy(edge => $"{edge.From}|{edge.To}", Utf8Comparer.Instance)
        .Select(ToNode)
        .ToArray();

    private static JsonNode ToNode(BuildChainEdge edge) => new JsonObject
    {
        ["from"] = edge.From.ToString(),
        ["to"] = edge.To.ToString(),
        ["kinds"] = ToNode(edge.Kinds.ToString().Split(", ").Order(Utf8Comparer.Instance)),
    };

    /// <summary>The texts of a cycle, the smallest first.</summary>
    private static List<string> Rotated(IEnumerable<BuildChainNode> cycle)
    {
        var texts = cycle.Select(node => node.ToString()).ToList();
        var start = texts.IndexOf(texts.Min(Utf8Comparer.Instance)!);
        return [.. texts[start..], .. texts[..start]];
    }
}
