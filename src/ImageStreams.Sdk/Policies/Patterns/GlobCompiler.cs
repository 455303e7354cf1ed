namespace ImageStreams.Policies;

/// <summary>Compiles globs: <c>*</c> is any number of characters, <c>?</c> any one; the glob is the whole tag.</summary>
internal static class GlobCompiler
{
    /// <summary>Compiles a glob; every text is one.</summary>
    public static PatternProgram Compile(string glob, bool takesQuestionMarks)
    {
        var any = PatternFragment.One(new(PatternOp.Class, Class: RuneClass.Everything));
        var parts = new List<PatternFragment> { Assert(PatternAssertion.BeginText) };
        foreach (var rune in glob.EnumerateRunes())
        {
            parts.Add(rune.Value switch
            {
                '*' => any.Any(isLazy: false),
                '?' when takesQuestionMarks => any,
                _ => PatternFragment.One(new(PatternOp.Rune, rune.Value)),
            });
        }

        parts.Add(Assert(PatternAssertion.EndText));
        var code = PatternFragment.Join(parts).Capture(0).Code;
        return new PatternProgram([.. code, new(PatternOp.Match)], [null]);
    }

    private static PatternFragment Assert(PatternAssertion assertion) =>
        PatternFragment.One(new(PatternOp.Assert, (int)assertion));
}
