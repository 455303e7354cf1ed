namespace ImageStreams.Policies;

/// <summary>The order by version.</summary>
internal sealed class VersionOrder(DialectRules rules, int parts) : ContenderOrder
{
    /// <inheritdoc/>
    public override void Read(Contender contender)
    {
        contender.Version = SemanticVersion.Read(contender.Value, rules.Versions, out var fault);
        contender.Fault = fault switch
        {
            _ when rules.CountsDots && !HasDots(contender.Value) => TagRejection.TooFewParts,
            VersionFault.TooBig => TagRejection.TooBig,
            not VersionFault.None => TagRejection.NotAVersion,
            _ => rules.CountsDots || contender.Version!.Parts >= parts ? null : TagRejection.TooFewParts,
        };
    }

    /// <inheritdoc/>
    public override int Compare(Contender left, Contender right) => left.Version!.CompareTo(right.Version!);

    private bool HasDots(string value) => value.AsSpan().Count('.') >= parts - 1;
}
