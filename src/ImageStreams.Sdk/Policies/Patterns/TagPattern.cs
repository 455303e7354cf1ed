namespace ImageStreams.Policies;

/// <summary>A pattern for tags: a regular expression, which searches, or a glob for the whole tag.</summary>
internal sealed class TagPattern
{
    /// <summary>The beginning of a glob.</summary>
    public const string GlobPrefix = "glob:";

    private TagPattern(PatternProgram program, bool isGlob)
    {
        Program = program;
        IsGlob = isGlob;
    }

    /// <summary>The compiled pattern.</summary>
    public PatternProgram Program { get; }

    /// <summary>Gets a value indicating whether this is a glob, which has no groups.</summary>
    public bool IsGlob { get; }

    /// <summary>Reads a pattern; null with a reason when it is not one.</summary>
    /// <param name="text">A regular expression, or a glob after <see cref="GlobPrefix"/>.</param>
    /// <param name="takesQuestionMarks">True when a <c>?</c> of a glob is any one character.</param>
    /// <param name="error">The end of a sentence that begins with the pattern.</param>
    public static TagPattern? Read(string text, bool takesQuestionMarks, out string? error)
    {
        if (text.StartsWith(GlobPrefix, StringComparison.Ordinal))
        {
            error = text.Length > PatternProgram.MaxLength ? "is too long" : null;
            return error is null ? new TagPattern(GlobCompiler.Compile(text[GlobPrefix.Length..], takesQuestionMarks), isGlob: true) : null;
        }

        return PatternParser.Parse(text, out error) is { } program ? new TagPattern(program, isGlob: false) : null;
    }
}
