using System.Text;

namespace ImageStreams.Policies;

/// <summary>Compiles a pattern of RE2's syntax in one pass, without recursion.</summary>
/// <remarks>What RE2 refuses is refused: look-around, references back to groups, possessive operators.</remarks>
internal sealed partial class PatternParser
{
    private const int MaxDepth = 1000;

    private readonly string _text;
    private readonly Stack<PatternGroup> _open = new();
    private readonly List<string?> _names = [null];
    private int _at;
    private int _size;
    private bool _isAfterRepeat;
    private PatternFlags _flags;
    private string? _error;

    private PatternParser(string text)
    {
        _text = text;
        _open.Push(new PatternGroup(0, PatternFlags.None));
    }

    private char Current => _text[_at];

    private bool IsAtEnd => _at >= _text.Length;

    /// <summary>Compiles a pattern; null with a reason when it is not one.</summary>
    public static PatternProgram? Parse(string text, out string? error)
    {
        var parser = new PatternParser(text);
        var program = text.Length > PatternProgram.MaxLength ? parser.Refuse("is too long") : parser.Parse();
        error = parser._error;
        return program;
    }

    private PatternProgram? Refuse(string reason)
    {
        Fail(reason);
        return null;
    }

    private PatternProgram? Parse()
    {
        while (_error is null && !IsAtEnd)
        {
            _isAfterRepeat = ParseNext();
        }

        if (_error is null && _open.Count > 1)
        {
            Fail("has a group that is not closed");
        }

        if (_error is not null)
        {
            return null;
        }

        var code = _open.Pop().Close().Code;
        return code.Length > PatternProgram.MaxInstructions
            ? Refuse("is too large")
            : new PatternProgram([.. code, new(PatternOp.Match)], _names);
    }

    /// <summary>Parses one piece; true when it is an operator of repetition.</summary>
    private bool ParseNext()
    {
        switch (Current)
        {
            case '(':
                OpenGroup();
                return false;
            case ')':
                CloseGroup();
                return false;
            case '|':
                _open.Peek().EndBranch();
                _at++;
                return false;
            case '[':
                ParseClass();
                return false;
            case '\\':
                ParseEscape();
                return false;
            case '*' or '+' or '?':
                return ParseOperator();
            case '{':
                return ParseCounts();
            default:
                ParsePlain();
                return false;
        }
    }

    private void ParsePlain()
    {
        var isMultiLine = _flags.HasFlag(PatternFlags.MultiLine);
        switch (Current)
        {
            case '^':
                AddAssertion(isMultiLine ? PatternAssertion.BeginLine : PatternAssertion.BeginText);
                break;
            case '$':
                AddAssertion(isMultiLine ? PatternAssertion.EndLine : PatternAssertion.EndText);
                break;
            case '.':
                AddClass(_flags.HasFlag(PatternFlags.DotTakesNewline) ? RuneClass.Everything : RuneClass.NotNewline);
                _at++;
                break;
            default:
                AddLiteral(TakeRune());
                break;
        }
    }

    private void AddAssertion(PatternAssertion assertion)
    {
        _open.Peek().Add(PatternFragment.One(new(PatternOp.Assert, (int)assertion)));
        _at++;
    }

    private void AddClass(RuneClass runes) =>
        _open.Peek().Add(PatternFragment.One(new(PatternOp.Class, Class: runes)));

    private void AddLiteral(int rune)
    {
        if (_flags.HasFlag(PatternFlags.IgnoreCase) && CaseFolding.FindOthers(rune).Count > 0)
        {
            AddClass(new RuneClass([RuneItem.FromRanges([rune, rune]) with { IgnoresCase = true }]));
        }
        else
        {
            _open.Peek().Add(PatternFragment.One(new(PatternOp.Rune, rune)));
        }
    }

    private int TakeRune()
    {
        _ = Rune.DecodeFromUtf16(_text.AsSpan(_at), out var rune, out var length);
        _at += length;
        return rune.Value;
    }

    private void Fail(string reason) => _error ??= reason;
}
