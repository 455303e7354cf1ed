using System.Buffers;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ImageStreams.Manifests;

/// <summary>Reads YAML into trees: turns the events of YamlDotNet's parser into nodes with their exact places.</summary>
internal sealed partial class YamlTreeReader(SourceText source, TextTreeBuilder builder)
{
    private static readonly SearchValues<char> ControlCharacters = SearchValues.Create(
        [.. Enumerable.Range(0, ' ').Append(0x7f).Except(['\t', '\n', '\r']).Select(code => (char)code)]);

    private readonly string _text = source.Text;
    private Dictionary<string, int> _anchors = [];
    private Dictionary<string, YamlAnchoredKey> _anchoredKeys = [];
    private YamlSection _section;
    private int _offset;
    private TextSpan _lastScalar = TextSpan.None;

    /// <summary>The number of documents so far that begin with three dashes.</summary>
    public int ExplicitCount { get; private set; }

    /// <summary>Reads the documents of a part of the text, one by one as they are asked for.</summary>
    /// <exception cref="TextSyntaxException">The document cannot be read.</exception>
    public IEnumerable<TextTree?> Read(YamlSection section, int document)
    {
        _section = section;
        _offset = section.Start;
        RefuseControlCharacters(section);
        var parser = new Parser(new SpanReader(_text, section.Start, section.End));
        while (MoveNext(parser))
        {
            if (parser.Current is DocumentStart start)
            {
                ExplicitCount += start.IsImplicit ? 0 : 1;
                yield return ReadDocument(parser, document++);
            }
        }
    }

    private TextTree? ReadDocument(Parser parser, int document)
    {
        _anchors = KeptTable.Empty(_anchors);
        _anchoredKeys = KeptTable.Empty(_anchoredKeys);
        _lastScalar = TextSpan.None;
        builder.Clear();
        while (MoveNext(parser) && parser.Current is not DocumentEnd)
        {
            Add(parser.Current!);
        }

        return IsEmpty() ? null : builder.Build(document);
    }

    private void RefuseControlCharacters(YamlSection section)
    {
        var found = _text.AsSpan(section.Start, section.End - section.Start).IndexOfAny(ControlCharacters);
        if (found >= 0)
        {
            throw new TextSyntaxException(ManifestProblemKind.Syntax, section.Start + found, TextSyntaxTexts.ControlCharacter);
        }
    }

    /// <summary>Gets a value indicating whether the document has nothing but comments.</summary>
    private bool IsEmpty() =>
        builder.Count == 0 || (builder.Count == 1 && builder[0] is { Kind: TextNodeKind.Scalar, Style: TextNodeStyle.Plain } node
            && node.Start == node.End);

    private bool MoveNext(Parser parser)
    {
        try
        {
            return parser.MoveNext();
        }
        catch (YamlException error)
        {
            throw Explain((int)error.Start.Index, (int)error.End.Index, error.Message);
        }
        catch (Exception error) when (error is InvalidOperationException or ArgumentException or OverflowException)
        {
            // The parser is known to end this way on some texts that are no YAML.
            throw Explain(0, 0, error.Message);
        }
    }

    private void Add(ParsingEvent found)
    {
        switch (found)
        {
            case Scalar scalar:
                AddScalar(scalar);
                break;
            case AnchorAlias alias:
                AddAlias(alias);
                break;
            case MappingStart mapping:
                Open(TextNodeKind.Mapping, mapping, mapping.Style == MappingStyle.Flow);
                break;
            case SequenceStart sequence:
                Open(TextNodeKind.Sequence, sequence, sequence.Style == SequenceStyle.Flow);
                break;
            case MappingEnd or SequenceEnd:
                Close(found);
                break;
        }
    }

    private void AddScalar(Scalar scalar)
    {
        var place = FindPlace(scalar);
        _lastScalar = place;
        if (builder.ExpectsKey)
        {
            AddKey(scalar, place);
            return;
        }

        var node = builder.AddScalar(ToStyle(scalar.Style), YamlTags.Find(scalar.Tag), place, FindText(scalar, place));
        SetAnchor(scalar, node);
    }

    private void AddKey(Scalar scalar, TextSpan place)
    {
        if (place.Length == 0)
        {
            throw new TextSyntaxException(ManifestProblemKind.Syntax, place.Start, TextSyntaxTexts.EmptyKey);
        }

        builder.AddKey(place, FindText(scalar, place), scalar is { Style: ScalarStyle.Plain, Value: "<<" });
        if (!scalar.Anchor.IsEmpty)
        {
            _anchoredKeys[scalar.Anchor.Value] = new YamlAnchoredKey(scalar.Value, ToStyle(scalar.Style), YamlTags.Find(scalar.Tag));
            _anchors.Remove(scalar.Anchor.Value);
        }
    }

    private void Open(TextNodeKind kind, NodeEvent found, bool isFlow)
    {
        var start = FindStart(found, (int)found.End.Index);
        if (builder.ExpectsKey)
        {
            throw ExplainComplexKey(start);
        }

        if (IsPair(found))
        {
            isFlow = false;
            start = -1;
        }

        SetAnchor(found, builder.Open(kind, isFlow ? TextNodeStyle.Flow : TextNodeStyle.Block, start));
    }

    /// <summary>Gets a value indicating whether a mapping is a pair without braces in a flow sequence, <c>[a: b]</c>: the parser
    /// does not know where it begins.</summary>
    private bool IsPair(NodeEvent found) => builder.Count > 0 && found.Start.Index == 0 && found.End.Index == 0;

    private void Close(ParsingEvent found)
    {
        if (builder.Innermost.Start < 0)
        {
            builder.Innermost.Start = builder.FirstKeyStart;
        }

        var end = _offset + (int)found.Start.Index;
        var isFlow = builder.Innermost.Style == TextNodeStyle.Flow;
        builder.Close(isFlow && end < _text.Length && _text[end] is '}' or ']' ? end + 1 : builder.LastEnd);
    }

    private void SetAnchor(NodeEvent found, int node)
    {
        if (!found.Anchor.IsEmpty)
        {
            _anchors[found.Anchor.Value] = node;
            builder.SetAnchor(node);
        }
    }
}
