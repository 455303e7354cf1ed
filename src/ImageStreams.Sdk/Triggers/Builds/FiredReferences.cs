using ImageStreams.Builds;
using ImageStreams.Collections;

namespace ImageStreams.Triggers;

/// <summary>
/// What fired, by its reference: a second trigger of the same one asks no more, and adds no cause.
/// </summary>
internal sealed class FiredReferences
{
    /// <summary>Up to so many, looking at each is faster than an index.</summary>
    private const int MaxScanned = 8;

    private List<BuildTriggerCause>? _causes;
    private Dictionary<ObjectReference, string>? _pullSpecs;

    /// <summary>A cause for each of them, in their order.</summary>
    public ValueList<BuildTriggerCause> Causes => _causes?.ToValueList() ?? [];

    /// <summary>What a reference fired for, or null when it did not.</summary>
    public string? Find(ObjectReference from) => _causes is null ? null
        : _causes.Count <= MaxScanned ? Scan(_causes, from)
        : (_pullSpecs ??= CreateIndex(_causes)).GetValueOrDefault(from);

    /// <summary>Notes one that did not fire before.</summary>
    public void Add(ObjectReference from, string pullSpec)
    {
        _pullSpecs?.Add(from, pullSpec);
        (_causes ??= new(1)).Add(new BuildTriggerCause
        {
            Message = BuildTriggerCause.ImageChangeMessage,
            ImageChangeBuild = new ImageChangeCause { ImageId = pullSpec, FromRef = from },
        });
    }

    private static string? Scan(List<BuildTriggerCause> causes, ObjectReference from)
    {
        foreach (var cause in causes)
        {
            if (cause.ImageChangeBuild!.FromRef == from)
            {
                return cause.ImageChangeBuild.ImageId;
            }
        }

        return null;
    }

    private static Dictionary<ObjectReference, string> CreateIndex(List<BuildTriggerCause> causes) =>
        causes.ToDictionary(cause => cause.ImageChangeBuild!.FromRef!, cause => cause.ImageChangeBuild!.ImageId!);
}
