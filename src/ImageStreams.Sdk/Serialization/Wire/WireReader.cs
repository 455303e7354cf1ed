using System.Runtime.CompilerServices;
using System.Text.Json;
using ImageStreams.Collections;

namespace ImageStreams.Serialization;

/// <summary>
/// Reads API objects as the Kubernetes serializer does, forward only and without recursion on unknown input.
/// </summary>
/// <remarks>
/// <para>Names are case-sensitive. JSON <c>null</c> leaves a field as it was, or unsets it where Go has a pointer, list
/// or map. A field given twice is read again over its former value: objects merge, anything else is replaced.</para>
/// <para>A value that does not fit its field is noted and reading goes on, since broken syntax further on comes first
/// among the errors; <see cref="Document{T}"/> throws at the end.</para>
/// </remarks>
internal ref partial struct WireReader
{
    private readonly ReadOnlySpan<byte> _text;
    private readonly ImageStreamJsonOptions _options;
    private readonly bool _ignoreCase;
    private JsonScanner _json;
    private WireIssue? _issue;
    private bool _gaveUp;
    private long _merged;
    private SharedText _repository;
    private SharedText _digest;
    private List<FieldNote>? _notes;

    public WireReader(ReadOnlySpan<byte> text, ImageStreamJsonOptions options)
    {
        _text = text;
        _options = options;
        _ignoreCase = options.IgnoreCase;
        _json = new JsonScanner(text, options.MaxDepth);
    }

    /// <summary>Where strict reading found something, in the order of the text.</summary>
    public readonly ReadOnlySpan<FieldNote> Notes => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_notes);

    /// <summary>The name that <see cref="NextField"/> came to, unescaped.</summary>
    private readonly ReadOnlySpan<byte> Name => GoText.Unescaped(_json.ValueSpan, _json.ValueIsEscaped);

    /// <summary>Reads the whole text as one object.</summary>
    /// <exception cref="WireFormatException">The text is not JSON, nests too deep, or a value does not fit.</exception>
    public T Document<T>()
        where T : class, IWireObject<T>
    {
        try
        {
            _json.Read();
            var value = T.Read(ref this, null);
            _json.Read();
            return _issue is { } issue ? throw WireFormatException.Value(_text, issue) : value;
        }
        catch (JsonException e) when (e is not WireFormatException)
        {
            throw JsonSyntax.Explain(_text, _json.Error, _options.MaxDepth, e);
        }
    }

    /// <summary>
    /// Goes into the object that the reader stands on; false when it is null or, which is noted, no object.
    /// </summary>
    public bool StartObject()
    {
        if (_json.TokenType == JsonTokenType.StartObject)
        {
            return true;
        }

        if (_json.TokenType != JsonTokenType.Null)
        {
            Refuse("an object");
        }

        return false;
    }

    /// <summary>Moves on to the next field's name; false at the end of the object.</summary>
    public bool NextField()
    {
        _json.Read();
        return _json.TokenType == JsonTokenType.PropertyName;
    }

    /// <summary>
    /// The name that <see cref="NextField"/> came to; where case plays no role, as the known names spell it.
    /// </summary>
    public readonly ReadOnlySpan<byte> NameAmong(ReadOnlySpan<byte> known) =>
        _ignoreCase ? GoFold.Find(known, Name) : Name;

    /// <summary>
    /// Moves on to the next field's name if it comes as Go writes it; false to look with <see cref="NextField"/>.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Follows(ReadOnlySpan<byte> commaNameColon) => _json.TryReadName(commaNameColon);

    /// <summary>Notes in strict reading that a known field came, so that a second time is a duplicate.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Saw(ref ulong seen, int field)
    {
        if ((seen & (1UL << field)) != 0 && _options.Strict)
        {
            Note(FieldProblemKind.Duplicate);
        }

        seen |= 1UL << field;
    }

    /// <summary>Takes a field that the type does not know: keeps it, or passes over it.</summary>
    public void Unknown(ref List<KeyValuePair<string, RawJson>>? unknown)
    {
        if (_options.Strict)
        {
            Note(FieldProblemKind.Unknown);
        }

        if (!_options.KeepUnknownFields)
        {
            _json.Skip();
            return;
        }

        var name = GoText.Decode(_json.ValueSpan, _json.ValueIsEscaped);
        _json.Read();
        (unknown ??= []).Add(KeyValuePair.Create(name, RawJson.FromValid(RawValue())));
    }

    /// <summary>What an object's unknown fields are after reading, with those of a former reading of it.</summary>
    public ValueMap<RawJson> Merge(ValueMap<RawJson> before, List<KeyValuePair<string, RawJson>>? unknown)
    {
        if (unknown is null)
        {
            return before;
        }

        if (CanMerge(before.Count))
        {
            return ValueMap.Create<RawJson>([.. before.AsSpan(), .. unknown]);
        }

        _issue ??= new WireIssue(WireFailure.Type, _json.TokenStart, "an object given once", "it over and over");
        return before;
    }

    /// <summary>The text of the value that the reader stands on; leaves the reader at its end.</summary>
    private ReadOnlySpan<byte> RawValue()
    {
        var start = _json.TokenStart;
        _json.Skip();
        return _text[start.._json.Consumed];
    }

    /// <summary>Whether entries of a former reading may be copied once more.</summary>
    /// <remarks>
    /// A field given twice merges, and a map given n times would be copied n times over. All copies together may be as
    /// many as the text has bytes, which keeps reading linear and is far above what honest text needs.
    /// </remarks>
    private bool CanMerge(int entries) => (_merged += entries) <= _text.Length;

    private void Note(FieldProblemKind kind) => (_notes ??= []).Add(new FieldNote(kind, _json.TokenStart));

    /// <summary>Notes that the value here does not fit, and passes over it.</summary>
    private void Refuse(string expected, WireFailure error = WireFailure.Type)
    {
        if (_issue is null)
        {
            _issue = new WireIssue(error, _json.TokenStart, expected, JsonValueTexts.Describe(_json));
        }

        _json.Skip();
    }

    /// <summary>
    /// As <see cref="Refuse"/>, for a misfit at which Go gives up, passing over lesser ones that came before.
    /// </summary>
    private void RefuseFinally(string expected, WireFailure error)
    {
        if (!_gaveUp)
        {
            _gaveUp = true;
            _issue = null;
        }

        Refuse(expected, error);
    }
}
