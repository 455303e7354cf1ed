using System.Text;

namespace ImageStreams.Triggers;

/// <summary>A rule of the <see cref="TriggerDoctor"/>.</summary>
/// <remarks><see cref="TriggerRules"/> has all of them. The meaning of a code never changes.</remarks>
public sealed record TriggerRule
{
    private readonly CompositeFormat _message;

    internal TriggerRule(string code, string name, TriggerSeverity severity, string title, string message, string help)
    {
        _message = CompositeFormat.Parse(message);
        Code = code;
        Name = name;
        Severity = severity;
        Title = title;
        Help = help;
    }

    /// <summary>The code, such as <c>IST1002</c>.</summary>
    public string Code { get; }

    /// <summary>The name, such as <c>paused-is-text</c>.</summary>
    public string Name { get; }

    /// <summary>The severity of its findings.</summary>
    public TriggerSeverity Severity { get; }

    /// <summary>The problem in one sentence.</summary>
    public string Title { get; }

    /// <summary>The consequences of the problem, and how to fix it.</summary>
    public string Help { get; }

    /// <summary>Formats the code and the name.</summary>
    public override string ToString() => $"{Code} {Name}";

    /// <summary>Formats the message of a finding.</summary>
    /// <param name="args">The names in the message, and the sentences where its format is <c>text</c>.</param>
    /// <exception cref="ArgumentException">The number of arguments is not that of the message.</exception>
    internal string FormatMessage(params object?[] args) => args.Length == _message.MinimumArgumentCount
        ? string.Format(FindingTexts.Instance, _message, args).TrimEnd()
        : throw new ArgumentException($"{Code} has {_message.MinimumArgumentCount} arguments, not {args.Length}.", nameof(args));
}
