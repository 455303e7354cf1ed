using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ImageStreams.Collections;
using ImageStreams.Manifests;
using ImageStreams.Tests.Manifests.Text;

namespace ImageStreams.Tests.Manifests.Editing;

/// <summary>Chooses random edits of a document, and edits its JSON in the simplest way.</summary>
internal sealed class RandomEdits(Random random, TextTree tree)
{
    private readonly RandomJson _values = new(random);

    public ManifestEdit Next()
    {
        var path = random.Next(3) == 0 ? WalkDown() : tree.GetPath(ChooseNode());
        var node = tree.Resolve(tree.FindNode(path));
        var kind = tree.Nodes[node].Kind;
        return random.Next(6) switch
        {
            0 when path.Length > 0 => ManifestEdit.Remove(path),
            1 when kind == TextNodeKind.Sequence => ManifestEdit.Insert(path, random.Next(CountChildren(node) + 1), NextValue()),
            1 or 2 when kind == TextNodeKind.Mapping => ManifestEdit.Insert(AddStep(path), NextValue()),
            3 when kind == TextNodeKind.Mapping => ManifestEdit.Set(AddStep(path) + ".deeper[0].still", NextValue()),
            4 => ManifestEdit.Set(path, NextText()),
            _ when path.Length > 0 => ManifestEdit.Set(path, NextValue()),
            _ => kind == TextNodeKind.Mapping
                ? ManifestEdit.Insert(AddStep(path), NextText())
                : ManifestEdit.Insert(path, 0, NextText()),
        };
    }

    /// <summary>Edits a value.</summary>
    public static JsonNode? Apply(JsonNode? root, ManifestEdit edit)
    {
        List<TextPathStep> steps = [];
        for (var reader = new TextPathReader(edit.Path); reader.MoveNext();)
        {
            steps.Add(reader.Current);
        }

        return (edit, steps.Count) switch
        {
            (ManifestEdit.Assignment set, 0) => Parse(set.Value),
            (ManifestEdit.Insertion { Index: { } index } insertion, _) => Insert(root, Walk(root, steps), index.Value, insertion.Value),
            _ => Apply(root, Walk(root, steps[..^1]), steps[^1], edit),
        };
    }

    private static JsonNode? Apply(JsonNode? root, JsonNode? parent, TextPathStep step, ManifestEdit edit)
    {
        switch (edit)
        {
            case ManifestEdit.Removal when step.Key is null:
                parent!.AsArray().RemoveAt(step.Index);
                break;
            case ManifestEdit.Removal:
                Assert.True(parent!.AsObject().Remove(step.Key!));
                break;
            case ManifestEdit.Assignment set when step.Key is null:
                parent!.AsArray()[step.Index] = Parse(set.Value);
                break;
            case ManifestEdit.Assignment set:
                parent![step.Key!] = Parse(set.Value);
                break;
            case ManifestEdit.Insertion insertion:
                parent![step.Key!] = Parse(insertion.Value);
                break;
        }

        return root;
    }

    private static JsonNode? Insert(JsonNode? root, JsonNode? list, int index, RawJson value)
    {
        list!.AsArray().Insert(index, Parse(value));
        return root;
    }

    private static JsonNode? Walk(JsonNode? node, List<TextPathStep> steps)
    {
        foreach (var step in steps)
        {
            node = step.Key is null ? node!.AsArray()[step.Index] : node![step.Key] ?? (node[step.Key] = Create(step.Key));
        }

        return node;
    }

    private static JsonNode Create(string key) => key == "deeper" ? new JsonArray(new JsonObject()) : new JsonObject();

    private static JsonNode? Parse(RawJson json) => JsonNode.Parse(json.Utf8);

    private int ChooseNode()
    {
        while (true)
        {
            var node = random.Next(tree.Nodes.Length);
            if (tree.FindNode(tree.GetPath(node)) == node && !tree.Nodes[node].Has(TextNodeFlags.Merge | TextNodeFlags.Shadowed))
            {
                return node;
            }
        }
    }

    /// <summary>Walks down from the root, through aliases and merge keys.</summary>
    private string WalkDown()
    {
        var (node, path) = (0, "");
        while (random.Next(8) > 0 && ListChildren(node) is { Count: > 0 } children)
        {
            var (child, step) = children[random.Next(children.Count)];
            (node, path) = (tree.Resolve(child), path + step);
        }

        return path;
    }

    private List<(int Child, string Step)> ListChildren(int node)
    {
        if (tree.Nodes[node].Kind == TextNodeKind.Mapping)
        {
            return [.. TextMerge.List(tree, node).Select(child => (child, $"['{Escape(tree.GetKey(child))}']"))];
        }

        var children = new List<(int Child, string Step)>();
        foreach (var child in tree.GetChildren(node))
        {
            children.Add((child, $"[{children.Count}]"));
        }

        return children;
    }

    private static string Escape(string key) =>
        Regex.Replace(Regex.Replace(key, @"(\\*)'", @"$1$1\'"), @"(\\+)\z", "$1$1");

    private int CountChildren(int node)
    {
        var count = 0;
        foreach (var _ in tree.GetChildren(node))
        {
            count++;
        }

        return count;
    }

    private string AddStep(string path)
    {
        var name = random.Next(3) == 0 ? "['new.key/x y']" : $"new{random.Next(100)}";
        return path.Length == 0 || name[0] == '[' ? path + name : $"{path}.{name}";
    }

    private RawJson NextValue() => RawJson.Parse(_values.Next(3)?.ToJsonString() ?? "null");

    private RawJson NextText()
    {
        while (true)
        {
            if (_values.Next(0) is JsonValue value && value.TryGetValue<string>(out _))
            {
                return RawJson.Parse(value.ToJsonString());
            }
        }
    }
}
