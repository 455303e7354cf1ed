using ImageStreams.Builds;
using ImageStreams.Collections;

namespace ImageStreams.Triggers;

/// <summary>The references that have fired; a second trigger on one of them does not fire again and adds no cause.</summary>
internal sealed class FiredReferences
{
    /// <summary>The number of entries up to which a scan is faster than an index.</summary>
    private const int MaxScanned = 8;

    private List<BuildTriggerCause>? _causes;
    private Dictionary<ObjectReference, string>? _pullSpecs;

    /// <summary>The cause of each reference, in their order.</summary>
    public ValueList<BuildTriggerCause> Causes => _causes?.ToValueList() ?? [];

    /// <summary>Finds the pull spec for which a reference fired; null when it did not.</summary>
    public string? Find(ObjectReference from)
    {
        if (_causes is null)
        {
            return null;
        }

        return _causes.Count <= MaxScanned
            ? Scan(_causes, from)
            : (_pullSpecs ??= CreateIndex(_causes)).GetValueOrDefault(from);
    }

    /// <summary>Adds a reference that has not fired before.</summary>
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
