using System.Globalization;
using System.Text;
using System.Text.Json;
using ImageStreams.Internal;

namespace ImageStreams.Serialization;

/// <summary>Finds the paths of positions in JSON text; for errors only, as reading itself keeps no path.</summary>
internal static class JsonPath
{
    private const int MaxNameLength = 128;

    /// <summary>The maximum length of a path, so that hostile text cannot fill a message.</summary>
    private const int MaxLength = 1024;

    /// <summary>Finds the path of the value or field name that starts at an offset, or of the value around it.</summary>
    public static string At(ReadOnlySpan<byte> text, long offset)
    {
        var walker = new Walker(text);
        return walker.PathAt(offset);
    }

    /// <summary>Finds the paths of several offsets, in ascending order, in one pass.</summary>
    public ref struct Walker(ReadOnlySpan<byte> text)
    {
        private readonly Position _position = new();
        private Utf8JsonReader _reader = new(text, new JsonReaderOptions { MaxDepth = int.MaxValue });

        /// <summary>Finds the path of the token at the offset or, when there is none, of the next one.</summary>
        public string PathAt(long offset)
        {
            try
            {
                while (_reader.TokenStartIndex < offset || _reader.TokenType == JsonTokenType.None)
                {
                    _position.Leave(_reader.TokenType);
                    if (!_reader.Read())
                    {
                        break;
                    }

                    _position.Enter(ref _reader);
                }
            }
            catch (JsonException)
            {
                // The text is not JSON from here on: the path of the error is the path that is known.
            }

            return _position.ToString();
        }
    }

    /// <summary>The position of a reader: the names and indexes from the root down.</summary>
    private sealed class Position
    {
        private readonly List<Step> _steps = [];

        public void Enter(ref Utf8JsonReader reader)
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                _steps[^1] = new Step(GoText.Decode(reader.ValueSpan, reader.ValueIsEscaped), -1);
            }
            else if (_steps.Count > 0 && _steps[^1].Name is null && IsValue(reader.TokenType))
            {
                _steps[^1] = new Step(null, _steps[^1].Index + 1);
            }
        }

        public void Leave(JsonTokenType token)
        {
            if (token is JsonTokenType.StartObject or JsonTokenType.StartArray)
            {
                _steps.Add(new Step(token == JsonTokenType.StartObject ? "" : null, -1));
            }
            else if (token is JsonTokenType.EndObject or JsonTokenType.EndArray)
            {
                _steps.RemoveAt(_steps.Count - 1);
            }
        }

        public override string ToString()
        {
            var path = new StringBuilder("$");
            foreach (var step in _steps)
            {
                step.AppendTo(path);
                if (path.Length > MaxLength)
                {
                    return path.Append('…').ToString();
                }
            }

            return path.ToString();
        }

        private static bool IsValue(JsonTokenType token) =>
            token is not (JsonTokenType.EndArray or JsonTokenType.EndObject or JsonTokenType.PropertyName);
    }

    /// <summary>A step down: into a field (empty before its first name) or, without a name, into an array.</summary>
    private readonly record struct Step(string? Name, int Index)
    {
        public void AppendTo(StringBuilder path)
        {
            if (Name is null)
            {
                _ = Index < 0 ? path : path.Append(CultureInfo.InvariantCulture, $"[{Index}]");
            }
            else if (Name.Length > 0)
            {
                _ = Name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-')
                    ? path.Append('.').Append(DisplayName)
                    : path.Append("['").Append(DisplayName.Replace("'", "\\'", StringComparison.Ordinal)).Append("']");
            }
        }

        /// <summary>The name, cut so that a hostile one cannot fill the message.</summary>
        private string DisplayName => PrintableText.Escape(Name!, MaxNameLength);
    }
}
