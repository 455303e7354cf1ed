namespace ImageStreams.Policies;

/// <summary>The points in which the dialects differ.</summary>
internal sealed record DialectRules
{
    private static readonly DialectRules Standard = new()
    {
        Versions = VersionSyntax.Standard,
        EmptyRangeIsAll = true,
        HidesAttachments = true,
        GlobTakesQuestionMarks = true,
    };

    private static readonly DialectRules Flux = new()
    {
        Versions = VersionSyntax.Unsigned,
        CountsDots = true,
        NumbersAreFloats = true,
        KeepsRepeats = true,
        Ties = TieRule.First,
    };

    private static readonly DialectRules Keel = new()
    {
        Versions = VersionSyntax.Signed,
        CountsDots = true,
        KeepsRepeats = true,
        EmptyRangeIsAll = true,
        StepsAsKeel = true,
        Ties = TieRule.First,
    };

    private static readonly DialectRules ArgoCd = new()
    {
        Versions = VersionSyntax.Unsigned,
        EmptyRangeIsAll = true,
        ReadsRangeLate = true,
        AbsentTimeIsEpoch = true,
        Ties = TieRule.GreatestText,
    };

    /// <summary>The versions.</summary>
    public required VersionSyntax Versions { get; init; }

    /// <summary>The choice between equals.</summary>
    public TieRule Ties { get; init; }

    /// <summary>Gets a value indicating whether dots anywhere in the text count as those between numbers.</summary>
    public bool CountsDots { get; init; }

    /// <summary>Gets a value indicating whether numbers are floating-point numbers of 64 bits.</summary>
    public bool NumbersAreFloats { get; init; }

    /// <summary>Gets a value indicating whether the tags are a list, in which a name may stand twice.</summary>
    public bool KeepsRepeats { get; init; }

    /// <summary>Gets a value indicating whether the empty range is <c>*</c>, not an error.</summary>
    public bool EmptyRangeIsAll { get; init; }

    /// <summary>Gets a value indicating whether a wrong range is an error only where there is a version to compare.</summary>
    public bool ReadsRangeLate { get; init; }

    /// <summary>Gets a value indicating whether an image without a known time is from the start of Unix time.</summary>
    public bool AbsentTimeIsEpoch { get; init; }

    /// <summary>Gets a value indicating whether steps from the followed tag are those of Keel.</summary>
    public bool StepsAsKeel { get; init; }

    /// <summary>Gets a value indicating whether signatures and the like are left out where no other patterns are given.</summary>
    public bool HidesAttachments { get; init; }

    /// <summary>Gets a value indicating whether <c>?</c> in a glob is any one character.</summary>
    public bool GlobTakesQuestionMarks { get; init; }

    /// <summary>Returns the rules of a dialect.</summary>
    public static DialectRules Get(TagPolicyDialect dialect) => dialect switch
    {
        TagPolicyDialect.Flux => Flux,
        TagPolicyDialect.Keel => Keel,
        TagPolicyDialect.ArgoCd => ArgoCd,
        _ => Standard,
    };
}
