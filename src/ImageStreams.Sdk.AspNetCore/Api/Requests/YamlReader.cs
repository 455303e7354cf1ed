using System.Globalization;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ImageStreams.AspNetCore;

/// <summary>Reads the first document of YAML into JSON, up to a depth and a number of values.</summary>
/// <remarks>An alias costs as many values as what it repeats, so that a small text cannot become a large object.</remarks>
internal sealed class YamlReader
{
    private const int MaxDepth = 512;
    private const int MaxValues = 200_000;
    private const int MaxDuplicates = 100;

    private readonly List<string> _duplicates = [];
    private readonly Dictionary<AnchorName, YamlAnchor> _anchors = [];
    private readonly Stack<YamlContainer> _open = new();
    private int _values;
    private JsonNode? _root;

    /// <summary>The keys that are given twice, each with its line; at most 100.</summary>
    public IReadOnlyList<string> Duplicates => _duplicates;

    /// <summary>Reads a document; an empty text is null.</summary>
    /// <exception cref="YamlException">The text is no YAML, or too deep or too long as JSON.</exception>
    public JsonNode? Read(TextReader text)
    {
        var parser = new Parser(text);
        while (parser.MoveNext() && parser.Current is not DocumentEnd)
        {
            Take(parser.Current!);
        }

        return _root;
    }

    private void Take(ParsingEvent next)
    {
        switch (next)
        {
            case Scalar scalar when _open.TryPeek(out var open) && open.NeedsKey:
                TakeKey(open, scalar);
                break;
            case Scalar scalar:
                Add(next, new YamlAnchor(YamlScalar.ToJson(scalar), 1, 0), scalar.Anchor);
                break;
            case AnchorAlias alias:
                Repeat(alias);
                break;
            case MappingStart or SequenceStart:
                Open((NodeEvent)next);
                break;
            case MappingEnd or SequenceEnd:
                Close(next);
                break;
        }
    }

    private void TakeKey(YamlContainer open, Scalar scalar)
    {
        if (scalar is { Style: ScalarStyle.Plain, Value.Length: 0 })
        {
            throw new YamlException(scalar.Start, scalar.End, "did not find expected key");
        }

        if (open.Begin(YamlScalar.ToKey(scalar)) && _duplicates.Count < MaxDuplicates)
        {
            _duplicates.Add(string.Create(
                CultureInfo.InvariantCulture, $"line {scalar.Start.Line}: key {GoQuote.Format(scalar.Value)} already set in map"));
        }
    }

    private void Open(NodeEvent start)
    {
        RequireDepth(start, 1);

        if (_open.TryPeek(out var open) && open.NeedsKey)
        {
            throw new YamlException(start.Start, start.End, "a key is no scalar");
        }

        _open.Push(new YamlContainer(start is MappingStart ? new JsonObject() : new JsonArray(), start.Anchor, _values));
    }

    private void Close(ParsingEvent end)
    {
        var closed = _open.Pop();
        Add(end, new YamlAnchor(closed.Node, _values - closed.ValuesBefore + 1, closed.Depth), closed.Anchor);
    }

    private void Repeat(AnchorAlias alias)
    {
        if (!_anchors.TryGetValue(alias.Value, out var found))
        {
            throw new YamlException(alias.Start, alias.End, $"unknown anchor '{alias.Value}' referenced");
        }

        if (_open.TryPeek(out var open) && open.NeedsKey)
        {
            throw new YamlException(alias.Start, alias.End, "a key is no scalar");
        }

        Count(alias, found.Values);
        RequireDepth(alias, found.Depth);
        Add(alias, found with { Value = found.Value?.DeepClone() }, default);
    }

    private void Add(ParsingEvent at, YamlAnchor value, AnchorName name)
    {
        Count(at, 1);
        if (!name.IsEmpty)
        {
            _anchors[name] = value;
        }

        if (_open.TryPeek(out var open))
        {
            open.Add(value.Value, value.Depth);
        }
        else
        {
            _root = value.Value;
        }
    }

    private void RequireDepth(ParsingEvent at, int depth)
    {
        if (_open.Count + depth > MaxDepth)
        {
            throw new YamlException(at.Start, at.End, $"nested deeper than {MaxDepth} levels");
        }
    }

    private void Count(ParsingEvent at, int values)
    {
        _values += values;
        if (_values > MaxValues)
        {
            throw new YamlException(at.Start, at.End, $"more than {MaxValues} values");
        }
    }
}
