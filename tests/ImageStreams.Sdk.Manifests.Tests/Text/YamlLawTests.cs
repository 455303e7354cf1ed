using System.Text.Json.Nodes;
using FsCheck.Xunit;
using ImageStreams.Manifests;

namespace ImageStreams.Tests.Manifests.Text;

/// <summary>The laws of reading: whatever the style, the same values, each at its place.</summary>
public class YamlLawTests
{
    [Property(Replay = "2026,1601", MaxTest = 1500)]
    public void Read_ValueInAnyStyle_HasTheSameJson(int seed, int other)
    {
        var (value, text) = Create(seed, other);
        var tree = Texts.ReadOne(text);
        Assert.True(JsonNode.DeepEquals(value, JsonNode.Parse(tree.ToJson())), $"{value.ToJsonString()}\n{text}");
    }

    [Property(Replay = "2026,1603", MaxTest = 1500)]
    public void Nodes_OfAnyText_SliceToTheirValues(int seed, int other)
    {
        var (_, text) = Create(seed, other);
        var tree = Texts.ReadOne(text);
        for (var node = 0; node < tree.Nodes.Length; node++)
        {
            AssertSlice(tree, node);
        }
    }

    [Property(Replay = "2026,1605", MaxTest = 500)]
    public void GetPath_OfAnyNode_LeadsToIt(int seed, int other)
    {
        var (_, text) = Create(seed, other);
        var tree = Texts.ReadOne(text);
        for (var node = 0; node < tree.Nodes.Length; node++)
        {
            Assert.Equal(node, tree.FindNode(tree.GetPath(node)));
        }
    }

    [Property(Replay = "2026,1607", MaxTest = 500)]
    public void Read_Json_HasTheSameTreeAsYaml(int seed, int other)
    {
        var random = new Random((seed * 7919) + other);
        var json = new RandomJson(random).NextObject(4).ToJsonString(new() { WriteIndented = random.Next(2) == 0 });
        var asJson = Texts.ReadOne(json, "a.json");
        var asYaml = Texts.ReadOne("--- " + json).Nodes;

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(json), JsonNode.Parse(asJson.ToJson())));
        Assert.Equal(asJson.Nodes.ToArray().Select(node => (node.Start, node.End, node.KeyStart, node.Next)),
            asYaml.ToArray().Select(node => (node.Start - 4, node.End - 4, node.KeyStart < 0 ? -1 : node.KeyStart - 4, node.Next)));
    }

    private static (JsonNode Value, string Text) Create(int seed, int other)
    {
        var random = new Random((seed * 7919) + other);
        JsonNode value = random.Next(5) == 0
            ? new JsonArray(new RandomJson(random).Next(4), new RandomJson(random).Next(4))
            : new JsonObject { ["a"] = new RandomJson(random).NextObject(4), ["b"] = new RandomJson(random).Next(3) };
        return (value, new RandomYaml(random).Write(value));
    }

    /// <summary>Asserts that the text between the ends of a node, with its column before it, reads as the node does.</summary>
    private static void AssertSlice(TextTree tree, int node)
    {
        var found = tree.Nodes[node];
        Assert.InRange(found.Start, 0, found.End);
        Assert.InRange(found.End, found.Start, tree.Source.Text.Length);
        if (found.KeyStart >= 0)
        {
            Assert.Equal(tree.GetKey(node), Texts.ReadOne(tree.SliceKey(node)).GetText(0));
        }

        if (found.Start < found.End && !tree.Slice(node).Contains('*', StringComparison.Ordinal))
        {
            var column = tree.GetValuePlace(node).Column - 1;
            var slice = Texts.ReadOne("---\n" + new string(' ', column) + tree.Slice(node) + "\n");
            Assert.Equal(tree.Json(node), slice.Json());
        }
    }
}
