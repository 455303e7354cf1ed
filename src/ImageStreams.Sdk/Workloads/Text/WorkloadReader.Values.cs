using System.Text;
using System.Text.Json;
using ImageStreams.Serialization;

namespace ImageStreams.Workloads;

/// <content>Objects, lists and values of the types that fields have.</content>
internal ref partial struct WorkloadReader
{
    /// <summary>Moves on to the next field's name; false at the end of the object.</summary>
    private bool NextField()
    {
        _json.Read();
        return _json.TokenType == JsonTokenType.PropertyName;
    }

    /// <summary>Moves on to the value of a field and into it; false when it is null.</summary>
    private bool StartObject()
    {
        _json.ReadValue();
        if (_json.TokenType == JsonTokenType.Null)
        {
            return false;
        }

        Require("an object");
        return true;
    }

    /// <summary>Moves on to the value of a field, a text; <c>null</c> leaves what was there.</summary>
    /// <param name="previous">What was there.</param>
    /// <param name="common">A text that is likely to come, to be shared.</param>
    private string? ReadText(string? previous, string common = "")
    {
        _json.ReadValue();
        if (_json.TokenType == JsonTokenType.Null)
        {
            return previous;
        }

        if (_json.TokenType != JsonTokenType.String)
        {
            Refuse("a text");
        }

        return Ascii.Equals(_json.ValueSpan, common) ? common : GoText.Decode(_json.ValueSpan, _json.ValueIsEscaped);
    }

    private bool ReadBool(bool previous)
    {
        _json.ReadValue();
        if (_json.TokenType is not (JsonTokenType.True or JsonTokenType.False or JsonTokenType.Null))
        {
            Refuse("true or false, without quotes");
        }

        return _json.TokenType == JsonTokenType.Null ? previous : _json.TokenType == JsonTokenType.True;
    }

    private readonly void Require(string expected)
    {
        if (_json.TokenType != JsonTokenType.StartObject)
        {
            Refuse(expected);
        }
    }

    private readonly void Refuse(string expected) => throw WireErrors.Value(
        _text, new WireIssue(WireFailure.Type, _json.TokenStart, expected, JsonValueTexts.Describe(_json)));

    /// <summary>Moves on to the value of a field and into it; false when it is null.</summary>
    private bool StartArray()
    {
        _json.ReadValue();
        if (_json.TokenType is not (JsonTokenType.StartArray or JsonTokenType.Null))
        {
            Refuse("a list");
        }

        return _json.TokenType == JsonTokenType.StartArray;
    }

    /// <summary>Moves on to the next item of a list and into it; false at the end.</summary>
    private bool NextItem()
    {
        _json.Read();
        if (_json.TokenType == JsonTokenType.EndArray)
        {
            return false;
        }

        Require("an object");
        return true;
    }
}
