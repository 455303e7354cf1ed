namespace ImageStreams.Triggers;

/// <summary>Something that <see cref="TriggerDoctor"/> looks for.</summary>
/// <remarks><see cref="TriggerRules"/> has all of them; a code never gets another meaning.</remarks>
public sealed record TriggerRule
{
    internal TriggerRule(string code, string name, TriggerSeverity severity, string title, string help) =>
        (Code, Name, Severity, Title, Help) = (code, name, severity, title, help);

    /// <summary>The code, such as <c>IST1002</c>.</summary>
    public string Code { get; }

    /// <summary>The name, such as <c>paused-is-text</c>.</summary>
    public string Name { get; }

    /// <summary>How bad it is where it is found.</summary>
    public TriggerSeverity Severity { get; }

    /// <summary>What is wrong, in a sentence.</summary>
    public string Title { get; }

    /// <summary>What comes of it, and what to do.</summary>
    public string Help { get; }

    /// <summary>The code and the name.</summary>
    public override string ToString() => $"{Code} {Name}";
}
