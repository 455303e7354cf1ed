using System.Buffers;
using System.Globalization;
using System.Text.Json;
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
    private readonly Dictionary<AnchorName, (JsonNode? Value, int Values)> _anchors = [];
    private readonly Stack<YamlContainer> _open = new();
    private int _values;
    private JsonNode? _root;

    /// <summary>The keys that are given twice, each with its line; at most 100.</summary>
    public IReadOnlyList<string> Duplicates => _duplicates;

    /// <summary>Reads a document; an empty text is null.</summary>
    /// <exception cref="YamlException">The text is no YAML, or too deep or too long as JSON.</exception>
    public byte[] Read(TextReader text)
    {
        var parser = new Parser(text);
        while (parser.MoveNext() && parser.Current is not DocumentEnd)
        {
            Take(parser.Current!);
        }

        return ToUtf8();
    }

    private byte[] ToUtf8()
    {
        var json = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(json);
        if (_root is null)
        {
            writer.WriteNullValue();
        }
        else
        {
            _root.WriteTo(writer);
        }

        writer.Flush();
        return json.WrittenSpan.ToArray();
    }

    private void Take(ParsingEvent next)
    {
        switch (next)
        {
            case Scalar scalar when _open.TryPeek(out var open) && open.NeedsKey:
                TakeKey(open, scalar);
                break;
            case Scalar scalar:
                Add(next, YamlScalar.ToJson(scalar), scalar.Anchor);
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
        if (_open.Count >= MaxDepth)
        {
            throw new YamlException(start.Start, start.End, $"nested deeper than {MaxDepth} levels");
        }

        if (_open.TryPeek(out var open) && open.NeedsKey)
        {
            throw new YamlException(start.Start, start.End, "a key is no scalar");
        }

        _open.Push(new YamlContainer(start is MappingStart ? new JsonObject() : new JsonArray(), start.Anchor, _values));
    }

    private void Close(ParsingEvent end)
    {
        var closed = _open.Pop();
        Add(end, closed.Node, closed.Anchor, closed.ValuesBefore);
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
        Add(alias, found.Value?.DeepClone(), default);
    }

    private void Add(ParsingEvent at, JsonNode? value, AnchorName anchor, int? valuesBefore = null)
    {
        Count(at, 1);
        if (!anchor.IsEmpty)
        {
            _anchors[anchor] = (value, _values - (valuesBefore ?? _values - 1));
        }

        if (_open.TryPeek(out var open))
        {
            open.Add(value);
        }
        else
        {
            _root = value;
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
