namespace ImageStreams.References;

/// <summary>Recognises image references in one pass, each method one production of the grammar.</summary>
/// <remarks>
/// The grammar is that of the distribution project, which OpenShift reads references with:
/// <code>
/// reference = name [":" tag] ["@" digest]          host   = label *("." label) [":" 1*digit]
/// name      = [host "/"] component *("/" component) tag    = 1*128(letter / digit / "_" / "." / "-")
/// </code>
/// No production contains an <c>@</c>, only a host's port and a digest contain a <c>:</c>, and only names contain a
/// <c>/</c>. So the marks alone tell where the parts end, and nothing is ever tried twice except the first component,
/// which may also be a host. Every method accepts a letter that is in the grammar only once lower-cased and remembers
/// the first of them: this is how OpenShift tells "must be lower-case" from "is no reference at all".
/// </remarks>
internal ref struct ReferenceScanner
{
    private const int Nowhere = int.MaxValue;
    private const int MaxTagLength = 128;
    private const int MinHexLength = 32;
    private const CharClass TagCharacter =
        CharClass.LetterOrDigit | CharClass.Underscore | CharClass.Dot | CharClass.Dash;
    private const CharClass AlgorithmSeparator =
        CharClass.Dash | CharClass.Underscore | CharClass.Plus | CharClass.Dot;

    private readonly ReadOnlySpan<char> _text;
    private readonly int _nameEnd;
    private readonly int _tagEnd;
    private int _at;
    private int _mustLower = Nowhere;
    private Fault _fault;

    private ReferenceScanner(ReadOnlySpan<char> text)
    {
        var at = text.IndexOf('@');
        _tagEnd = at < 0 ? text.Length : at;

        var last = text[.._tagEnd].LastIndexOf('/') + 1;
        var colon = text[last.._tagEnd].IndexOf(':');
        _nameEnd = colon < 0 ? _tagEnd : last + colon;
        _text = text;
    }

    /// <summary>Finds the parts of a reference, or what is wrong with it; allocates nothing.</summary>
    public static bool TryScan(ReadOnlySpan<char> text, out ReferenceLayout layout, out Fault fault)
    {
        layout = default;
        if (text.Length is 0 or > ImageReference.MaxLength)
        {
            fault = new Fault(text.IsEmpty ? ReferenceErrorKind.Empty : ReferenceErrorKind.TooLong, 0);
            return false;
        }

        var scanner = new ReferenceScanner(text);
        if (!scanner.Reference())
        {
            fault = scanner._fault;
            return false;
        }

        fault = default;
        layout = ReferenceLayout.Split(text, scanner._nameEnd, scanner._tagEnd);
        return true;
    }

    private bool Reference() => Name() && Tag() && Digest() && IsLowerCase() && IsShort() && IsSupported();

    private bool Name()
    {
        for (var slash = NextSlash(); slash >= 0; slash = NextSlash())
        {
            if (!(_at == 0 ? HostOrPathComponent(slash) : PathComponent(slash)))
            {
                return false;
            }

            _at = slash + 1;
        }

        return PathComponent(_nameEnd);
    }

    private bool HostOrPathComponent(int end)
    {
        var isComponent = PathComponent(end);
        if (isComponent && _mustLower == Nowhere)
        {
            return true;
        }

        var (fault, mustLower) = (_fault, _mustLower);
        (_at, _mustLower) = (0, Nowhere);
        if (Host(end))
        {
            return true;
        }

        _mustLower = mustLower;
        _fault = fault.Index > _fault.Index ? fault : _fault;
        return isComponent;
    }

    // component = alphanumeric *(separator alphanumeric), separator = "." / "_" / "__" / 1*"-"
    private bool PathComponent(int end)
    {
        while (TakeRun(CharClass.LowerOrDigit, end) > 0)
        {
            if (_at == end)
            {
                return true;
            }

            if (!Separator(end))
            {
                break;
            }
        }

        return Misfit(Expectation.PathComponent);
    }

    private bool Separator(int end)
    {
        switch (_text[_at])
        {
            case '.':
                _at++;
                return true;
            case '_':
                _at += _at + 1 < end && _text[_at + 1] == '_' ? 2 : 1;
                return true;
            default:
                return TakeRun(CharClass.Dash, end) > 0;
        }
    }

    private bool Host(int end)
    {
        do
        {
            if (!HostLabel(end))
            {
                return Misfit(Expectation.Host);
            }
        }
        while (Take('.', end));

        return _at == end || (Take(':', end) ? Port(end) : Misfit(Expectation.Host));
    }

    // label = alphanumeric [*(alphanumeric / "-") alphanumeric]
    private bool HostLabel(int end) =>
        !StartsWith('-', end)
        && TakeRun(CharClass.LetterOrDigit | CharClass.Dash, end) > 0
        && _text[_at - 1] != '-';

    private bool Port(int end) =>
        (TakeRun(CharClass.Digit, end) > 0 && _at == end) || Misfit(Expectation.Port);

    private bool Tag()
    {
        if (_nameEnd == _tagEnd)
        {
            return true;
        }

        _at = _nameEnd + 1;
        var end = Math.Min(_tagEnd, _at + MaxTagLength);
        return (!StartsWith('.', end) && !StartsWith('-', end) && TakeRun(TagCharacter, end) > 0 && _at == _tagEnd)
            || Misfit(Expectation.Tag);
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
                return Misfit(Expectation.Algorithm);
            }
        }
        while (TakeOne(AlgorithmSeparator));

        return Take(':', _text.Length) ? Hexadecimal() : Misfit(Expectation.Algorithm);
    }

    private bool AlgorithmWord() =>
        _at < _text.Length
        && (CharClasses.Of(_text[_at]) & CharClass.Digit) == 0
        && TakeRun(CharClass.LetterOrDigit, _text.Length) > 0;

    private bool Hexadecimal()
    {
        var digits = _text[_at..];
        var length = digits.IndexOfAnyExcept(DigestScanner.HexDigits);
        _at += length < 0 ? digits.Length : length;
        return (length < 0 && digits.Length >= MinHexLength) || Misfit(Expectation.Hexadecimal);
    }

    private bool IsLowerCase() => _mustLower == Nowhere || Fail(ReferenceErrorKind.Uppercase, _mustLower);

    private bool IsShort() =>
        _nameEnd <= ImageReference.MaxNameLength
        || Fail(ReferenceErrorKind.NameTooLong, ImageReference.MaxNameLength);

    private bool IsSupported()
    {
        if (_tagEnd == _text.Length || DigestScanner.IsSupported(_text[(_tagEnd + 1)..], out var fault))
        {
            return true;
        }

        return Fail(fault.Kind, _tagEnd + 1 + fault.Index);
    }

    private readonly int NextSlash()
    {
        var distance = _text[_at.._nameEnd].IndexOf('/');
        return distance < 0 ? -1 : _at + distance;
    }

    private readonly bool StartsWith(char mark, int end) => _at < end && _text[_at] == mark;

    private bool Take(char mark, int end)
    {
        var there = StartsWith(mark, end);
        _at += there ? 1 : 0;
        return there;
    }

    private bool TakeOne(CharClass allowed)
    {
        var there = _at < _text.Length && (CharClasses.Of(_text[_at]) & allowed) != 0;
        _at += there ? 1 : 0;
        return there;
    }

    /// <summary>Takes the characters of a class, and those that would be of it if they were lower-case.</summary>
    private int TakeRun(CharClass allowed, int end)
    {
        var start = _at;
        foreach (var c in _text[start..end])
        {
            var @class = CharClasses.Of(c);
            if ((@class & allowed) == 0 && !TakeLowered(@class, allowed))
            {
                break;
            }

            _at++;
        }

        return _at - start;
    }

    private bool TakeLowered(CharClass @class, CharClass allowed)
    {
        var fits = (allowed & CharClass.Lower) != 0 && (@class & (CharClass.Upper | CharClass.LowersToAscii)) != 0;
        _mustLower = fits ? Math.Min(_mustLower, _at) : _mustLower;
        return fits;
    }

    private bool Misfit(Expectation expected)
    {
        _fault = Fault.Misfit(_at, expected);
        return false;
    }

    private bool Fail(ReferenceErrorKind kind, int index)
    {
        _fault = new Fault(kind, index);
        return false;
    }
}
