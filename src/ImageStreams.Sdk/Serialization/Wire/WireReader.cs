using System.Runtime.CompilerServices;
using System.Text.Json;
using ImageStreams.Collections;

namespace ImageStreams.Serialization;

/// <summary>
/// Reads API objects as the Kubernetes serializer does, forward only and without recursion on unknown input.
/// </summary>
/// <remarks>
/// <para>Names are case-sensitive. JSON <c>null</c> leaves a field unchanged, or unsets it where Go has a pointer, list or
/// map. A field given twice is read again over its former value: objects merge, anything else is replaced.</para>
/// <para>The methods for single values and for collections move from a field's name to its value, and return the field's
/// new value. The generated code of the records calls them.</para>
/// </remarks>
internal ref partial struct WireReader
{
    private readonly ReadOnlySpan<byte> _text;
    private readonly ImageStreamJsonOptions _options;
    private readonly bool _ignoreCase;
    private JsonScanner _json;
    private WireIssues _issues;
    private MergeBudget _mergeBudget;
    private RepeatedText _repository;
    private RepeatedText _digest;

    public WireReader(ReadOnlySpan<byte> text, ImageStreamJsonOptions options)
    {
        _text = text;
        _options = options;
        _ignoreCase = options.IgnoreCase;
        _json = new JsonScanner(text, options.MaxDepth);
        _mergeBudget = new MergeBudget(text.Length);
        IsOrdered = !options.IgnoreCase;
    }

    /// <summary>The offset of the current token.</summary>
    public readonly int Start => _json.TokenStart;

    /// <summary>
    /// Gets a value indicating whether every field so far is known and came after those before it in its type, and no map had a key
    /// twice. Then no field is unknown or duplicate.
    /// </summary>
    public bool IsOrdered { get; private set; }

    /// <summary>The name of the current field, unescaped.</summary>
    private readonly ReadOnlySpan<byte> Name => GoText.Unescaped(_json.ValueSpan, _json.ValueIsEscaped);

    /// <summary>Reads the whole text as one object.</summary>
    /// <exception cref="WireFormatException">The text is not JSON, is nested too deeply, or a value does not fit.</exception>
    public T ReadDocument<T>()
        where T : class, IWireObject<T>
    {
        try
        {
            _json.Read();
            var value = T.Read(ref this, null);
            _json.Read();
            _issues.ThrowIfAny(_text);
            return value;
        }
        catch (JsonException e) when (e is not WireFormatException)
        {
            throw JsonSyntax.Explain(_text, _json.Error, _options.MaxDepth, e);
        }
    }

    /// <summary>Enters the current object; false when the value is null or not an object, which is recorded.</summary>
    public bool StartObject()
    {
        if (_json.TokenType == JsonTokenType.StartObject)
        {
            return true;
        }

        RefuseUnlessNull("an object");
        return false;
    }

    /// <summary>Moves to the name of the next field; false at the end of the object.</summary>
    public bool NextField()
    {
        _json.Read();
        return _json.TokenType == JsonTokenType.PropertyName;
    }

    /// <summary>Returns the name of the current field, in the spelling of a known name when case is ignored.</summary>
    public readonly ReadOnlySpan<byte> GetName(ReadOnlySpan<byte> knownNames) =>
        _ignoreCase ? GoFold.Find(knownNames, Name) : Name;

    /// <summary>Notes a field at a place among those of its type, where at least some place was due.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void RequireOrder(int place, int due) => IsOrdered &= place >= due;

    /// <summary>Moves to the next field if it has this name, written as Go does; else use <see cref="NextField"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryReadName(ReadOnlySpan<byte> commaNameColon) => _json.TryReadName(commaNameColon);

    /// <summary>Requires that the object at an offset has the kind and the version of its type, or none.</summary>
    public void RequireType(WireType type, string? kind, string? apiVersion, int start)
    {
        if (_options.CheckKind && !type.Accepts(kind, apiVersion))
        {
            _issues.AddType(type, start);
        }
    }

    /// <summary>Keeps or skips a field that the type does not have.</summary>
    public void ReadUnknownField(ref List<KeyValuePair<string, RawJson>>? unknown)
    {
        IsOrdered = false;
        if (!_options.KeepUnknownFields)
        {
            _json.Skip();
            return;
        }

        var name = GoText.Decode(_json.ValueSpan, _json.ValueIsEscaped);
        _json.Read();
        (unknown ??= []).Add(KeyValuePair.Create(name, RawJson.FromValid(ReadRawText())));
    }

    /// <summary>Adds the unknown fields of an object to those of a former reading of it.</summary>
    public ValueMap<RawJson> MergeUnknownFields(
        ValueMap<RawJson> before, List<KeyValuePair<string, RawJson>>? unknown)
    {
        if (unknown is null)
        {
            return before;
        }

        if (_mergeBudget.TryTake(before.Count))
        {
            return ValueMap.Create<RawJson>([.. before.AsSpan(), .. unknown]);
        }

        _issues.AddRepetition(_json.TokenStart);
        return before;
    }

    /// <summary>Returns the text of the current value and moves to its end.</summary>
    private ReadOnlySpan<byte> ReadRawText()
    {
        var start = _json.TokenStart;
        _json.Skip();
        return _text[start.._json.Consumed];
    }

    /// <summary>Records that the current value does not fit, and skips it.</summary>
    private void Refuse(string expected, WireFailure reason = WireFailure.Type)
    {
        _issues.Add(reason, _json.TokenStart, expected, _json);
        _json.Skip();
    }

    /// <summary>Records a misfit at which Go stops, and skips the value.</summary>
    private void RefuseFinally(string expected, WireFailure reason)
    {
        _issues.AddFinal(reason, _json.TokenStart, expected, _json);
        _json.Skip();
    }

    private void RefuseUnlessNull(string expected)
    {
        if (_json.TokenType != JsonTokenType.Null)
        {
            Refuse(expected);
        }
    }
}
