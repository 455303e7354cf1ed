using ImageStreams.Collections;

namespace ImageStreams.Kubernetes;

/// <summary>A field that a tool sets again after it was written.</summary>
public sealed record FieldFight
{
    /// <summary>The path of the field, such as <c>.spec.template.spec.containers[name="web"].image</c>.</summary>
    public required string Field { get; init; }

    /// <summary>The tool.</summary>
    public required FightTool Tool { get; init; }

    /// <summary>The object by which the tool manages this one, such as <c>Application web</c>, <c>Kustomization flux-system/apps</c> or
    /// <c>release web in shop</c>; null where nothing names it.</summary>
    public string? ToolObject { get; init; }

    /// <summary>The field manager, such as <c>argocd-controller</c>; null where the grounds are not an owner of fields.</summary>
    public string? Manager { get; init; }

    /// <summary>The operation by which the manager owns the field, <c>Apply</c> or <c>Update</c>; null without a manager.</summary>
    public string? Operation { get; init; }

    /// <summary>The time of the manager's last change of its fields; null where it is not known.</summary>
    public Timestamp? Time { get; init; }

    /// <summary>The grounds.</summary>
    public required FightEvidence Evidence { get; init; }

    /// <summary>Gets a value indicating whether the tool is known to set the field, and not only to manage the object.</summary>
    public bool IsCertain => Evidence != FightEvidence.Management;

    /// <summary>The reason, in a sentence.</summary>
    public required string Explanation { get; init; }

    /// <summary>The changes of which each ends the fight, the best first.</summary>
    public ValueList<FightRemedy> Remedies { get; init; }

    /// <summary>Returns the field and the reason.</summary>
    public override string ToString() => $"{Field}: {Explanation}";
}
