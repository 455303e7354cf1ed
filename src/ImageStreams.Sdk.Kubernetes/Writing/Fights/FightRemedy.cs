namespace ImageStreams.Kubernetes;

/// <summary>A change that ends a fight.</summary>
public sealed record FightRemedy
{
    /// <summary>The place and the effect of the change, in a sentence.</summary>
    public required string Title { get; init; }

    /// <summary>The change, ready to paste: YAML, a template, or a command.</summary>
    public required string Text { get; init; }

    /// <summary>Returns the title and the text.</summary>
    public override string ToString() => $"{Title}\n{Text}";
}
