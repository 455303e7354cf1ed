using System.Globalization;
using ImageStreams.Collections;

namespace ImageStreams.Manifests;

/// <summary>Reads the nodes of a lock, strictly: a text is a JSON string, a number has no fraction.</summary>
internal sealed class LockNodes(TextTree tree)
{
    private const int MaxKeyLength = 1024;

    private static readonly string[] TimeFormats = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <summary>Determines whether a text can be the name of an entry.</summary>
    public static bool IsKey(string text) =>
        text.Length is > 0 and <= MaxKeyLength && !text.Any(char.IsControl) && LockText.IsWellFormed(text);

    public TextPlace GetPlace(int node) => tree.GetValuePlace(node);

    public TextTreeChildren GetChildren(int node) => tree.GetChildren(node);

    public ImageLockException Fail(int node, string sentence) => LockErrors.Invalid(tree.GetValuePlace(node), tree.GetPath(node), sentence);

    public void RequireObject(int node)
    {
        if (tree.Nodes[node].Kind != TextNodeKind.Mapping)
        {
            throw Fail(node, "it must be an object in braces");
        }
    }

    public int GetField(int node, string field) => tree.FindEntry(node, field) is var found and >= 0
        ? found
        : throw LockErrors.Missing(tree.GetPlace(node), tree.GetPath(node), field);

    public string ReadKey(int node)
    {
        var key = tree.GetKey(node);
        return IsKey(key)
            ? key
            : throw LockErrors.Invalid(tree.GetPlace(node), tree.GetPath(node), "the name is empty, too long, or has a control character");
    }

    public string ReadText(int node) => tree.Nodes[node] is { Kind: TextNodeKind.Scalar, Style: TextNodeStyle.DoubleQuoted }
        && LockText.IsWellFormed(tree.GetTextSpan(node))
        ? tree.GetText(node)
        : throw Fail(node, "it must be a text in double quotes");

    public long ReadNumber(int node) => tree.Nodes[node] is { Kind: TextNodeKind.Scalar, Style: TextNodeStyle.Plain }
        && long.TryParse(tree.GetTextSpan(node), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Fail(node, "it must be a whole number from 0 up");

    public string? FindText(int node, string field) => tree.FindEntry(node, field) is var found and >= 0 ? ReadText(found) : null;

    public DateTimeOffset? FindTime(int node, string field)
    {
        if (tree.FindEntry(node, field) is not (var found and >= 0))
        {
            return null;
        }

        return DateTimeOffset.TryParseExact(
            ReadText(found), TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
                ? time
                : throw Fail(found, "it must be a time in UTC, such as 2026-01-31T12:00:00Z");
    }

    public ValueList<string> ReadTexts(int node, string field)
    {
        if (tree.FindEntry(node, field) is not (var found and >= 0))
        {
            return [];
        }

        if (tree.Nodes[found].Kind != TextNodeKind.Sequence)
        {
            throw Fail(found, "it must be a list in brackets");
        }

        var texts = new List<string>();
        foreach (var child in tree.GetChildren(found))
        {
            texts.Add(ReadText(child));
        }

        return texts.ToValueList();
    }

    public ValueMap<string> ReadTextMap(int node, string field)
    {
        if (tree.FindEntry(node, field) is not (var found and >= 0))
        {
            return [];
        }

        RequireObject(found);
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var child in tree.GetChildren(found))
        {
            texts[ReadKey(child)] = ReadText(child);
        }

        return texts.ToValueMap();
    }

    /// <summary>Reads the fields of an object that are not among the known ones, in the order of their names.</summary>
    public ValueMap<RawJson> ReadOthers(int node, IReadOnlyList<string> known)
    {
        var others = new SortedDictionary<string, RawJson>(StringComparer.Ordinal);
        foreach (var child in tree.GetChildren(node))
        {
            var key = tree.GetKey(child);
            if (!known.Contains(key))
            {
                RequireWellFormed(child);
                others[key] = RawJson.Parse(tree.ToJson(child));
            }
        }

        return others.ToValueMap();
    }

    private void RequireWellFormed(int node)
    {
        for (var at = node; at < tree.Nodes[node].Next; at++)
        {
            if (!LockText.IsWellFormed(tree.GetKeySpan(at)) || !LockText.IsWellFormed(tree.GetTextSpan(at)))
            {
                throw Fail(at, "it has half a surrogate pair, which is no text");
            }
        }
    }
}
