using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>The status of a condition.</summary>
/// <remarks>The default value means "not set".</remarks>
public readonly record struct ConditionStatus : IWireText<ConditionStatus>
{
    private readonly string? _text;

    /// <summary>Creates a status from the text in JSON; any text is kept unchanged.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public ConditionStatus(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        _text = text.Length == 0 ? null : text;
    }

    /// <summary>The condition holds.</summary>
    public static ConditionStatus True { get; } = new("True");

    /// <summary>The condition does not hold.</summary>
    public static ConditionStatus False { get; } = new("False");

    /// <summary>The state of the condition is not known.</summary>
    public static ConditionStatus Unknown { get; } = new("Unknown");

    /// <summary>The text in JSON; empty when not set.</summary>
    public string Text => _text ?? "";

    static ConditionStatus IWireText<ConditionStatus>.FromText(string text) => text switch
    {
        "True" => True,
        "False" => False,
        "Unknown" => Unknown,
        _ => new ConditionStatus(text),
    };

    /// <summary>Returns the text in JSON.</summary>
    public override string ToString() => Text;
}
