namespace ImageStreams.Manifests;

/// <summary>Reads JSON into trees, strictly by RFC 8259: what other readers overlook, such as comments, is an error that names
/// its place and what to write.</summary>
internal sealed partial class JsonTreeReader(string text, TextTreeBuilder builder)
{
    private int _at;
    private bool _isFirst;

    /// <summary>Gets a value indicating whether the text is JSON with a mistake that YAML would not mind.</summary>
    public bool IsBeyondDoubt { get; private set; }

    /// <summary>Reads one value, and returns the offset of the next one or of the end.</summary>
    /// <exception cref="TextSyntaxException">The text is not JSON.</exception>
    public int Read(int at)
    {
        builder.Clear();
        _at = at;
        SkipBlanks();
        ReadValue();
        while (builder.Depth > 0)
        {
            ReadNext();
        }

        SkipBlanks();
        return _at;
    }

    /// <summary>Reads the next entry of the innermost object or array, or its end.</summary>
    private void ReadNext()
    {
        SkipBlanks();
        var isObject = builder.Innermost.Kind == TextNodeKind.Mapping;
        var close = isObject ? '}' : ']';
        if (Current == close)
        {
            builder.Close(++_at);
            _isFirst = false;
            return;
        }

        ReadComma(close);
        if (isObject)
        {
            ReadKey();
        }

        ReadValue();
    }

    private void ReadComma(char close)
    {
        if (_isFirst)
        {
            return;
        }

        if (Current != ',')
        {
            throw Fail(_at, _at < text.Length ? JsonSyntaxTexts.MissingComma : JsonSyntaxTexts.Unclosed(close));
        }

        var comma = _at++;
        SkipBlanks();
        if (Current == close)
        {
            IsBeyondDoubt = true;
            throw Fail(comma, JsonSyntaxTexts.TrailingComma);
        }
    }

    private void ReadKey()
    {
        if (Current != '"')
        {
            throw Fail(_at, _at < text.Length ? JsonSyntaxTexts.KeyWithoutQuotes : JsonSyntaxTexts.Unclosed('}'));
        }

        var start = _at;
        var key = ReadString();
        builder.AddKey(new TextSpan(start, _at), key);
        SkipBlanks();
        if (Current != ':')
        {
            throw Fail(_at, JsonSyntaxTexts.MissingColon);
        }

        _at++;
        SkipBlanks();
    }

    private void ReadValue()
    {
        var start = _at;
        switch (Current)
        {
            case '{':
                Open(TextNodeKind.Mapping);
                break;
            case '[':
                Open(TextNodeKind.Sequence);
                break;
            case '"':
                var decoded = ReadString();
                Add(TextNodeStyle.DoubleQuoted, start, decoded);
                break;
            default:
                ReadLiteral();
                Add(TextNodeStyle.Plain, start, null);
                break;
        }
    }

    private void Open(TextNodeKind kind)
    {
        builder.Open(kind, TextNodeStyle.Flow, _at++);
        _isFirst = true;
    }

    private void Add(TextNodeStyle style, int start, string? decoded)
    {
        builder.AddScalar(style, TextNodeTag.None, new TextSpan(start, _at), decoded);
        _isFirst = false;
    }

    private char Current => _at < text.Length ? text[_at] : '\0';

    private void SkipBlanks()
    {
        while (_at < text.Length && text[_at] is ' ' or '\t' or '\r' or '\n')
        {
            _at++;
        }

        if (Current is '#' || (Current == '/' && _at + 1 < text.Length && text[_at + 1] is '/' or '*'))
        {
            IsBeyondDoubt = Current == '/';
            throw Fail(_at, JsonSyntaxTexts.Comment);
        }
    }

    private TextSyntaxException Fail(int offset, string message)
    {
        var placeholder = FindPlaceholder(offset);
        return placeholder >= 0
            ? new TextSyntaxException(ManifestProblemKind.Syntax, placeholder, TextSyntaxTexts.HelmTemplate)
            : new TextSyntaxException(ManifestProblemKind.Syntax, offset, message);
    }

    /// <summary>Finds a placeholder of Helm on the line of an error; -1 when there is none.</summary>
    private int FindPlaceholder(int offset)
    {
        var start = text.AsSpan(0, offset).LastIndexOf('\n') + 1;
        var end = text.IndexOf('\n', offset);
        return HelmPlaceholder.FindFirst(text, start, end < 0 ? text.Length : end);
    }
}
