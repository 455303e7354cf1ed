using System.Text;
using System.Text.Json;
using ImageStreams.Serialization;

namespace ImageStreams.Workloads;

/// <summary>Scans the JSON text of an object: its fields, lists and values of the types that fields have.</summary>
internal ref struct ObjectScanner(ReadOnlySpan<byte> text)
{
    private readonly ReadOnlySpan<byte> _text = text;
    private JsonScanner _json = new(text, ImageStreamJsonOptions.DefaultMaxDepth);

    /// <summary>The name of the current field, unescaped.</summary>
    public readonly ReadOnlySpan<byte> FieldName => GoText.Unescaped(_json.ValueSpan, _json.ValueIsEscaped);

    /// <summary>The offset of the current token.</summary>
    public readonly int TokenStart => _json.TokenStart;

    /// <summary>The offset after the current token.</summary>
    public readonly int Consumed => _json.Consumed;

    /// <summary>Gets a value indicating whether the current value is <c>null</c>.</summary>
    public readonly bool IsNull => _json.TokenType == JsonTokenType.Null;

    /// <summary>The location of the current text, between its quotes; empty for <c>null</c>.</summary>
    public readonly JsonText Text
    {
        get
        {
            var start = _json.TokenStart + 1;
            return new JsonText(start, start + (IsNull ? 0 : _json.ValueSpan.Length), _json.ValueIsEscaped);
        }
    }

    /// <summary>Creates the exception that explains a syntax error in the text.</summary>
    public readonly Exception Explain(JsonException e) =>
        JsonSyntax.Explain(_text, _json.Error, ImageStreamJsonOptions.DefaultMaxDepth, e);

    /// <summary>Moves into the object that is the whole text.</summary>
    public void StartRoot()
    {
        _json.Read();
        RequireObject();
    }

    /// <summary>Moves past the object that is the whole text, after which nothing may follow.</summary>
    public void EndRoot() => _json.Read();

    /// <summary>Moves to the name of the next field.</summary>
    /// <returns>False at the end of the object.</returns>
    public bool MoveToNextField()
    {
        _json.Read();
        return _json.TokenType == JsonTokenType.PropertyName;
    }

    /// <summary>Moves to the next item of a list, and into it.</summary>
    /// <returns>False at the end of the list.</returns>
    public bool MoveToNextItem()
    {
        _json.Read();
        if (_json.TokenType == JsonTokenType.EndArray)
        {
            return false;
        }

        RequireObject();
        return true;
    }

    /// <summary>Moves past the value of the current field.</summary>
    public void Skip() => _json.Skip();

    /// <summary>Moves into the value of the current field, an object.</summary>
    /// <returns>False when the value is <c>null</c>.</returns>
    public bool TryStartObject()
    {
        _json.ReadValue();
        if (IsNull)
        {
            return false;
        }

        RequireObject();
        return true;
    }

    /// <summary>Moves into the value of the current field, a list.</summary>
    /// <returns>False when the value is <c>null</c>.</returns>
    public bool TryStartArray()
    {
        _json.ReadValue();
        if (_json.TokenType is not (JsonTokenType.StartArray or JsonTokenType.Null))
        {
            Fail("a list");
        }

        return !IsNull;
    }

    /// <summary>Moves to the value of the current field, a text or <c>null</c>.</summary>
    public void MoveToText()
    {
        _json.ReadValue();
        if (_json.TokenType is not (JsonTokenType.String or JsonTokenType.Null))
        {
            Fail("a text");
        }
    }

    /// <summary>Reads the value of the current field, a text; <c>null</c> keeps the previous value.</summary>
    /// <param name="previous">The previous value.</param>
    /// <param name="common">A text that is likely, of which no copy is made.</param>
    public string? ReadText(string? previous, string common = "")
    {
        MoveToText();
        if (IsNull)
        {
            return previous;
        }

        return Ascii.Equals(_json.ValueSpan, common) ? common : GoText.Decode(_json.ValueSpan, _json.ValueIsEscaped);
    }

    /// <summary>Reads the value of the current field, a Boolean; <c>null</c> keeps the previous value.</summary>
    public bool ReadBool(bool previous)
    {
        _json.ReadValue();
        if (_json.TokenType is not (JsonTokenType.True or JsonTokenType.False or JsonTokenType.Null))
        {
            Fail("true or false, without quotes");
        }

        return IsNull ? previous : _json.TokenType == JsonTokenType.True;
    }

    /// <summary>Throws an exception because the current value is not the expected one.</summary>
    /// <exception cref="WireFormatException">Always.</exception>
    public readonly void Fail(string expected) => throw WireErrors.Value(
        _text, new WireIssue(WireFailure.Type, _json.TokenStart, expected, JsonValueTexts.Describe(_json)));

    private readonly void RequireObject()
    {
        if (_json.TokenType != JsonTokenType.StartObject)
        {
            Fail("an object");
        }
    }
}
