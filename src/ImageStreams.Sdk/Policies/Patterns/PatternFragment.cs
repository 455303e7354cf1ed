namespace ImageStreams.Policies;

/// <summary>A compiled piece of a pattern.</summary>
internal sealed class PatternFragment
{
    private PatternFragment(PatternInstruction[] code, bool isNullable, int repeats)
    {
        Code = code;
        IsNullable = isNullable;
        Repeats = repeats;
    }

    /// <summary>The piece that matches the empty text.</summary>
    public static PatternFragment Empty { get; } = new([], isNullable: true, 1);

    /// <summary>The instructions; the piece ends after the last of them.</summary>
    public PatternInstruction[] Code { get; }

    /// <summary>Gets a value indicating whether the piece can match the empty text.</summary>
    public bool IsNullable { get; }

    /// <summary>The greatest product of nested counts, such as 6 for <c>(a{2}){3}</c>.</summary>
    public int Repeats { get; }

    /// <summary>A piece of one instruction.</summary>
    public static PatternFragment One(PatternInstruction instruction) =>
        new([instruction], instruction.Op is not (PatternOp.Rune or PatternOp.Class), 1);

    /// <summary>All pieces, one after the other.</summary>
    public static PatternFragment Join(IReadOnlyList<PatternFragment> parts) => parts.Count switch
    {
        0 => Empty,
        1 => parts[0],
        _ => new(
            [.. parts.SelectMany(part => part.Code)],
            parts.All(part => part.IsNullable),
            parts.Max(part => part.Repeats)),
    };

    /// <summary>One of several pieces, the earlier ones before the later ones.</summary>
    public static PatternFragment Choose(IReadOnlyList<PatternFragment> branches)
    {
        if (branches.Count == 1)
        {
            return branches[0];
        }

        var left = branches.Sum(branch => branch.Code.Length + 2) - 2;
        var code = new List<PatternInstruction>(left);
        foreach (var branch in branches.SkipLast(1))
        {
            var length = branch.Code.Length;
            left -= length + 2;
            code.Add(new(PatternOp.Split, 1, length + 2));
            code.AddRange(branch.Code);
            code.Add(new(PatternOp.Jump, left + 1));
        }

        code.AddRange(branches[^1].Code);
        return new([.. code], branches.Any(branch => branch.IsNullable), branches.Max(branch => branch.Repeats));
    }

    /// <summary>The piece as a group, whose limits are noted.</summary>
    public PatternFragment Capture(int group) => new(
        [new(PatternOp.Save, 2 * group), .. Code, new(PatternOp.Save, (2 * group) + 1)], IsNullable, Repeats);

    /// <summary>The piece, or nothing.</summary>
    public PatternFragment Optional(bool isLazy) =>
        new([Split(1, Code.Length + 1, isLazy), .. Code], isNullable: true, Repeats);

    /// <summary>The piece once or more.</summary>
    public PatternFragment OneOrMore(bool isLazy) =>
        new([.. Code, Split(-Code.Length, 1, isLazy)], IsNullable, Repeats);

    /// <summary>The piece any number of times.</summary>
    public PatternFragment Any(bool isLazy) => IsNullable
        ? OneOrMore(isLazy).Optional(isLazy)
        : new([Split(1, Code.Length + 2, isLazy), .. Code, new(PatternOp.Jump, -Code.Length - 1)], isNullable: true, Repeats);

    /// <summary>The piece so many times; <paramref name="max"/> is -1 without a limit.</summary>
    public PatternFragment Repeat(int min, int max, bool isLazy)
    {
        var unlimited = min == 0 ? Any(isLazy) : OneOrMore(isLazy);
        var copies = max < 0 ? Math.Max(min - 1, 0) : min;
        var code = new List<PatternInstruction>();
        for (var copy = 0; copy < copies; copy++)
        {
            code.AddRange(Code);
        }

        for (var left = max - min; left > 0; left--)
        {
            code.Add(Split(1, left * (Code.Length + 1), isLazy));
            code.AddRange(Code);
        }

        code.AddRange(max < 0 ? unlimited.Code : []);
        return new([.. code], min == 0 || IsNullable, Math.Max(Repeats, 1) * Math.Max(max < 0 ? min : max, 1));
    }

    private static PatternInstruction Split(int go, int leave, bool isLazy) =>
        isLazy ? new(PatternOp.Split, leave, go) : new(PatternOp.Split, go, leave);
}
