using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace ImageStreams.Serialization;

/// <summary>Goes through a JSON text of RFC 8259 token by token, forward only.</summary>
/// <remarks>
/// <para>Accepts what <see cref="Utf8JsonReader"/> accepts by default, to the byte, and no more: no comments, no
/// trailing commas, no byte order mark. Texts are not checked for valid UTF-8. Constant memory but for one bit per
/// level of nesting beyond 64.</para>
/// <para>Stands in for that reader because a large stream is little but tokens. Without support for split buffers,
/// comments and line numbers, going through one takes two thirds of the time, and since names that are likely to come
/// can be guessed (<see cref="TryReadName"/>), reading one into records takes 1.4 times that reader's bare scan; on top
/// of it, it took 1.9 times.</para>
/// </remarks>
internal ref partial struct JsonScanner
{
    private readonly ReadOnlySpan<byte> _text;
    private readonly int _maxDepth;
    private JsonNesting _nesting;
    private int _next;
    private int _valueStart;
    private int _valueEnd;

    public JsonScanner(ReadOnlySpan<byte> text, int maxDepth)
    {
        _text = text;
        _maxDepth = maxDepth;
    }

    public JsonTokenType TokenType { get; private set; }

    /// <summary>Where the token begins; a text at its quote.</summary>
    public int TokenStart { get; private set; }

    /// <summary>What stands between the quotes of a text or name, or the whole of a number.</summary>
    public readonly ReadOnlySpan<byte> ValueSpan => _text[_valueStart.._valueEnd];

    /// <summary>Whether the text or name has an escape.</summary>
    public bool ValueIsEscaped { get; private set; }

    /// <summary>How much of the text was gone through; the end of a value right after it.</summary>
    public readonly int Consumed => _next;

    /// <summary>Why the scanner gave up; null while it did not.</summary>
    public JsonSyntaxError? Error { get; private set; }

    /// <summary>Moves on to the next token; false at the end of the text.</summary>
    /// <exception cref="JsonException">The text is broken here, or nests deeper than allowed.</exception>
    public bool Read()
    {
        var at = AfterSpace(_next);
        return TokenType switch
        {
            JsonTokenType.None or JsonTokenType.PropertyName => Value(at),
            JsonTokenType.StartObject => FirstName(at),
            JsonTokenType.StartArray => FirstItem(at),
            _ => AfterValue(at),
        };
    }

    /// <summary>Moves on from a name to its value.</summary>
    public void ReadValue() => Value(AfterSpace(_next));

    /// <summary>Moves on from a member of an object to the next name if it comes exactly so.</summary>
    /// <returns>False when it does not; <see cref="Read"/> goes on as usual then.</returns>
    /// <remarks>A guess that spares looking for the end of a name that is likely to come.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryReadName(ReadOnlySpan<byte> commaNameColon)
    {
        if (!_text[_next..].StartsWith(commaNameColon))
        {
            return false;
        }

        TokenStart = _next + 1;
        TokenType = JsonTokenType.PropertyName;
        _next += commaNameColon.Length;
        return true;
    }

    /// <summary>Passes over the value here, or the value of the name here, with all that is in it.</summary>
    public void Skip()
    {
        if (TokenType == JsonTokenType.PropertyName)
        {
            Read();
        }

        if (TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
        {
            return;
        }

        for (var depth = _nesting.Depth; _nesting.Depth >= depth;)
        {
            Read();
        }
    }

    /// <summary>
    /// <c>begin-object [ member *( value-separator member ) ] end-object</c>, from behind its first token.
    /// </summary>
    private bool FirstName(int at) => At(at) == '}' ? End(at, JsonTokenType.EndObject) : Name(at);

    /// <summary>
    /// <c>begin-array [ value *( value-separator value ) ] end-array</c>, from behind its first token.
    /// </summary>
    private bool FirstItem(int at) => At(at) == ']' ? End(at, JsonTokenType.EndArray) : Value(at);

    /// <summary>
    /// A separator and what it separates, the end of what surrounds the value, or the end of the text.
    /// </summary>
    private bool AfterValue(int at)
    {
        if (_nesting.Depth == 0)
        {
            return at == _text.Length ? false : Fail(at, "the end of the text");
        }

        var next = At(at);
        if (next == ',')
        {
            at = AfterSpace(at + 1);
            return _nesting.IsObject ? Name(at) : Value(at);
        }

        return _nesting.IsObject
            ? next == '}' ? End(at, JsonTokenType.EndObject) : Fail(at, "',' or '}'")
            : next == ']' ? End(at, JsonTokenType.EndArray) : Fail(at, "',' or ']'");
    }

    private bool Start(int at, JsonTokenType token)
    {
        if (_nesting.Depth >= _maxDepth)
        {
            Fail(at, JsonSyntaxError.TooDeep);
        }

        _nesting.Push(token == JsonTokenType.StartObject);
        return Take(at, at + 1, token);
    }

    private bool End(int at, JsonTokenType token)
    {
        _nesting.Pop();
        return Take(at, at + 1, token);
    }

    /// <summary>Section 2: <c>ws = *( %x20 / %x09 / %x0A / %x0D )</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly int AfterSpace(int at) => At(at) > ' ' ? at : AfterRareSpace(at);

    private readonly int AfterRareSpace(int at)
    {
        while (At(at) is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
        {
            at++;
        }

        return at;
    }

    /// <summary>The byte at a position; 0 behind the end, which no production has.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly byte At(int at) => (uint)at < (uint)_text.Length ? _text[at] : (byte)0;

    /// <summary>Gives up, and keeps why for who catches it.</summary>
    [DoesNotReturn]
    private bool Fail(int at, string expected)
    {
        Error = new JsonSyntaxError(at, expected);
        throw new JsonException();
    }
}
