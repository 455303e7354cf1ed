using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ImageStreams.Manifests;

/// <summary>Reads YAML into trees: turns the events of YamlDotNet's parser into nodes with their exact places.</summary>
internal sealed partial class YamlTreeReader(SourceText source, TextTreeBuilder builder)
{
    private readonly Dictionary<string, int> _anchors = [];
    private readonly Dictionary<string, YamlAnchoredKey> _anchoredKeys = [];
    private readonly string _text = source.Text;
    private YamlSection _section;
    private int _offset;
    private TextSpan _lastScalar = TextSpan.None;

    /// <summary>Reads the documents of a part of the text, one by one as they are asked for.</summary>
    /// <exception cref="TextSyntaxException">The document cannot be read.</exception>
    public IEnumerable<TextTree?> Read(YamlSection section, int document)
    {
        _section = section;
        _offset = section.Start;
        var parser = new Parser(new SpanReader(_text, section.Start, section.End));
        while (MoveNext(parser))
        {
            if (parser.Current is DocumentStart)
            {
                yield return ReadDocument(parser, document++);
            }
        }
    }

    private TextSyntaxException Explain(int start, int end, string message)
    {
        var last = Math.Max(_lastScalar.End, builder.Count > 0 ? builder.LastEnd : _section.Start);
        var hasPlace = start > 0 || end > 0;
        return YamlDiagnosis.Explain(new YamlFailure
        {
            Text = _text,
            Section = _section,
            Start = hasPlace ? Clamp(start) : SkipBlanks(last),
            End = hasPlace ? Clamp(end) : SkipBlanks(last),
            Message = message,
            LastScalar = _lastScalar,
            OpenFlow = builder.Depth > 0 && builder.Innermost.Style == TextNodeStyle.Flow ? builder.Innermost.Start : -1,
        });
    }

    /// <summary>Explains a key that is a mapping or a sequence; nearly always it is a placeholder of Helm.</summary>
    private TextSyntaxException ExplainComplexKey(int start) => YamlDiagnosis.Explain(new YamlFailure
    {
        Text = _text,
        Section = _section,
        Start = start,
        End = start,
        Message = TextSyntaxTexts.KeyIsNoText,
        LastScalar = TextSpan.None,
        OpenFlow = -1,
    });

    private int Clamp(int index) => Math.Min(_offset + index, _section.End);

    private TextTree? ReadDocument(Parser parser, int document)
    {
        _anchors.Clear();
        _anchoredKeys.Clear();
        _lastScalar = TextSpan.None;
        builder.Clear();
        while (MoveNext(parser) && parser.Current is not DocumentEnd)
        {
            Add(parser.Current!);
        }

        return IsEmpty() ? null : builder.Build(document);
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

    private void AddAlias(AnchorAlias alias)
    {
        var place = new TextSpan(_offset + (int)alias.Start.Index, _offset + (int)alias.End.Index);
        var name = alias.Value.Value;
        if (_anchoredKeys.TryGetValue(name, out var key) && !_anchors.ContainsKey(name))
        {
            AddAliasOfKey(place, key);
        }
        else if (!_anchors.TryGetValue(name, out var target))
        {
            throw new TextSyntaxException(ManifestProblemKind.Syntax, place.Start, TextSyntaxTexts.UnknownAnchor(name));
        }
        else if (!builder.ExpectsKey)
        {
            builder.AddAlias(place, target);
        }
        else
        {
            AddAliasAsKey(place, target);
        }
    }

    /// <summary>Adds an alias of a key, which is no node: its text is repeated.</summary>
    private void AddAliasOfKey(TextSpan place, YamlAnchoredKey key)
    {
        if (builder.ExpectsKey)
        {
            builder.AddKey(place, key.Text);
        }
        else
        {
            builder.AddScalar(key.Style, key.Tag, place, key.Text);
        }
    }

    private void AddAliasAsKey(TextSpan place, int target)
    {
        var node = builder[target];
        if (node.Kind != TextNodeKind.Scalar)
        {
            throw new TextSyntaxException(ManifestProblemKind.Syntax, place.Start, TextSyntaxTexts.KeyIsNoText);
        }

        builder.AddKey(place, builder.FindText(target) ?? GetVerbatim(new TextSpan(node.Start, node.End), node.Style).ToString());
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
