namespace ImageStreams.Triggers;

/// <summary>A rule of another check than the <see cref="TriggerDoctor"/>, for <see cref="TriggerSarif"/>.</summary>
public sealed record SarifRule
{
    /// <summary>The code, which must differ from those of <see cref="TriggerRules"/>.</summary>
    public required string Code { get; init; }

    /// <summary>The name, such as <c>unreadable-text</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The severity of its problems.</summary>
    public required TriggerSeverity Severity { get; init; }

    /// <summary>The problem in one sentence.</summary>
    public required string Title { get; init; }

    /// <summary>The consequences of the problem, and how to fix it.</summary>
    public required string Help { get; init; }
}
