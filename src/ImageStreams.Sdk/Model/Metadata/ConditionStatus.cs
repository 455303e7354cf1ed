using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>Whether a condition holds.</summary>
/// <remarks>The default value means "not set".</remarks>
public readonly record struct ConditionStatus : IWireText<ConditionStatus>
{
    private readonly string? _text;

    /// <summary>Takes the text of the wire; any text is kept as it is.</summary>
    public ConditionStatus(string text) => _text = string.IsNullOrEmpty(text) ? null : text;

    /// <summary>It holds.</summary>
    public static ConditionStatus True { get; } = new("True");

    /// <summary>It does not hold.</summary>
    public static ConditionStatus False { get; } = new("False");

    /// <summary>It is not known.</summary>
    public static ConditionStatus Unknown { get; } = new("Unknown");

    /// <summary>The text of the wire; empty when not set.</summary>
    public string Text => _text ?? "";

    static ConditionStatus IWireText<ConditionStatus>.FromText(string text) => text switch
    {
        "True" => True,
        "False" => False,
        "Unknown" => Unknown,
        _ => new ConditionStatus(text),
    };

    /// <summary>The text of the wire.</summary>
    public override string ToString() => Text;
}
