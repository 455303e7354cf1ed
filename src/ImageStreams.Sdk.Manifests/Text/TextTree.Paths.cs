using System.Globalization;
using System.Text;

namespace ImageStreams.Manifests;

/// <content>Paths to nodes and back.</content>
internal sealed partial class TextTree
{
    /// <summary>Finds the node at a path from a node, through aliases and merge keys; -1 when there is none. A path into a JSON text
    /// leads to the scalar that has the text.</summary>
    public int FindNode(string path, int from = 0)
    {
        var (node, rest) = Walk(path, from);
        return rest.Length == 0 || HoldsJson(node, rest) ? node : -1;
    }

    /// <summary>Finds the deepest node on a path from a node: that of the path itself, or one around it.</summary>
    public int FindNearest(string path, int from = 0) => Walk(path, from).Node;

    /// <summary>Gets the path of a node from the root of its document, or from a node around it.</summary>
    public string GetPath(int node, int from = 0)
    {
        var steps = new Stack<int>();
        for (var at = node; at >= 0 && at != from; at = nodes[at].Parent)
        {
            steps.Push(at);
        }

        var path = new StringBuilder();
        foreach (var step in steps)
        {
            AppendStep(path, step);
        }

        return path.ToString();
    }

    /// <summary>Finds the child of a mapping by its key, or of a sequence by its index; -1 when there is none.</summary>
    public int FindChild(int node, TextPathStep step)
    {
        var parent = Resolve(node);
        return (nodes[parent].Kind, step.Key) switch
        {
            (TextNodeKind.Mapping, not null) => FindEntry(parent, step.Key),
            (TextNodeKind.Sequence, null) => FindItem(parent, step.Index),
            _ => -1,
        };
    }

    /// <summary>Finds the entry of a key in a mapping, its merge keys included; -1 when there is none.</summary>
    public int FindEntry(int mapping, ReadOnlySpan<char> key)
    {
        mapping = Resolve(mapping);
        foreach (var child in GetChildren(mapping))
        {
            if (GetKeySpan(child).SequenceEqual(key))
            {
                return child;
            }
        }

        return nodes[mapping].Has(TextNodeFlags.HasMerge) ? TextMerge.Find(this, mapping, key) : -1;
    }

    private int FindItem(int sequence, int index)
    {
        foreach (var child in GetChildren(sequence))
        {
            if (index-- == 0)
            {
                return child;
            }
        }

        return -1;
    }

    private (int Node, string Remaining) Walk(string path, int from)
    {
        var reader = new TextPathReader(path);
        var node = from;
        while (true)
        {
            var rest = reader.Rest;
            var child = reader.MoveNext() ? FindChild(node, reader.Current) : -1;
            if (child < 0)
            {
                return (node, rest);
            }

            node = child;
        }
    }

    private bool HoldsJson(int node, string path) =>
        nodes[Resolve(node)].Kind == TextNodeKind.Scalar && EmbeddedJson.Has(GetText(node), path);

    private void AppendStep(StringBuilder path, int node)
    {
        if (nodes[node].KeyStart < 0)
        {
            path.Append(CultureInfo.InvariantCulture, $"[{GetIndex(node)}]");
            return;
        }

        var key = GetKey(node);
        if (key.Length > 0 && key.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-'))
        {
            path.Append(path.Length > 0 ? "." : "").Append(key);
        }
        else
        {
            AppendQuoted(path, key);
        }
    }

    private static void AppendQuoted(StringBuilder path, string key)
    {
        var slashes = 0;
        path.Append("['");
        foreach (var character in key)
        {
            path.Append('\\', character == '\'' ? slashes + 1 : 0).Append(character);
            slashes = character == '\\' ? slashes + 1 : 0;
        }

        path.Append('\\', slashes).Append("']");
    }

    private int GetIndex(int node)
    {
        var index = 0;
        for (var at = nodes[node].Parent + 1; at < node; at = nodes[at].Next)
        {
            index++;
        }

        return index;
    }
}
