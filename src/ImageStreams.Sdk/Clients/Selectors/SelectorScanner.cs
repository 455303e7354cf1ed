using System.Buffers;
using ImageStreams.Internal;

namespace ImageStreams.Clients;

/// <summary>Scans the text of a selector; blanks between its parts are ignored.</summary>
internal sealed class SelectorScanner
{
    /// <summary>The largest length of a selector; a request line does not take more.</summary>
    public const int MaxLength = 64 * 1024;

    private static readonly SearchValues<char> EndsOfWords = SearchValues.Create(" \t\r\n=!(),<>");

    private readonly string _text;
    private readonly string _what;
    private int _at;

    /// <exception cref="ApiException">The text is too long (<see cref="ApiFailure.BadRequest"/>).</exception>
    public SelectorScanner(string text, string what)
    {
        _text = text;
        _what = what;
        if (text.Length > MaxLength)
        {
            throw ApiErrors.BadRequest($"the {what} has {text.Length} characters; at most {MaxLength} are read");
        }

        SkipBlanks();
    }

    public bool IsAtEnd => _at == _text.Length;

    public bool IsAt(char c) => _at < _text.Length && _text[_at] == c;

    /// <summary>Takes the expected characters if they are next.</summary>
    public bool TryTake(string expected)
    {
        if (!_text.AsSpan(_at).StartsWith(expected, StringComparison.Ordinal))
        {
            return false;
        }

        _at += expected.Length;
        SkipBlanks();
        return true;
    }

    /// <summary>Takes the text up to the next blank or operator, which may be empty.</summary>
    public string TakeWord()
    {
        var rest = _text.AsSpan(_at);
        var length = rest.IndexOfAny(EndsOfWords);
        var word = length < 0 ? rest : rest[..length];
        _at += word.Length;
        SkipBlanks();
        return word.ToString();
    }

    /// <summary>Creates the error for a selector that has an unexpected text at this position.</summary>
    public ApiException Expected(string what) => ApiErrors.BadRequest(
        $"the {_what} '{PrintableText.Escape(_text, 128)}' is wrong at position {_at}: expected {what}");

    private void SkipBlanks()
    {
        while (_at < _text.Length && _text[_at] is ' ' or '\t' or '\r' or '\n')
        {
            _at++;
        }
    }
}
