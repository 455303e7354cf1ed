namespace ImageStreams.References;

internal ref partial struct ReferenceScanner
{
    private const int MaxTagLength = 128;
    private const int MinHexLength = 32;
    private const CharClass TagCharacter =
        CharClass.LetterOrDigit | CharClass.Underscore | CharClass.Dot | CharClass.Dash;
    private const CharClass AlgorithmSeparator =
        CharClass.Dash | CharClass.Underscore | CharClass.Plus | CharClass.Dot;

    private bool Tag()
    {
        if (_nameEnd == _tagEnd)
        {
            return true;
        }

        _at = _nameEnd + 1;
        var end = Math.Min(_tagEnd, _at + MaxTagLength);
        return (!StartsWith('.', end) && !StartsWith('-', end) && TakeRun(TagCharacter, end) > 0 && _at == _tagEnd)
            || Unexpected(Expectation.Tag);
    }

    // digest = algorithm ":" 32*hex, algorithm = word *(("-" / "_" / "+" / ".") word)
    private bool Digest()
    {
        if (_tagEnd == _text.Length)
        {
            return true;
        }

        _at = _tagEnd + 1;
        do
        {
            if (!AlgorithmWord())
            {
                return Unexpected(Expectation.Algorithm);
            }
        }
        while (TakeOne(AlgorithmSeparator));

        return Take(':', _text.Length) ? Hexadecimal() : Unexpected(Expectation.Algorithm);
    }

    private bool AlgorithmWord() =>
        _at < _text.Length
        && (CharClasses.Get(_text[_at]) & CharClass.Digit) == 0
        && TakeRun(CharClass.LetterOrDigit, _text.Length) > 0;

    private bool Hexadecimal()
    {
        var digits = _text[_at..];
        var length = digits.IndexOfAnyExcept(DigestScanner.HexDigits);
        _at += length < 0 ? digits.Length : length;
        return (length < 0 && digits.Length >= MinHexLength) || Unexpected(Expectation.Hexadecimal);
    }
}
