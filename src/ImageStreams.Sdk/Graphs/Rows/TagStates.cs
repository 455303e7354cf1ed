using ImageStreams.References;

namespace ImageStreams.Graphs;

/// <summary>Classifies a tag based only on its spec tag and history.</summary>
internal static class TagStates
{
    public static TagState Classify(TagReference? reference, NamedTagEventList? history)
    {
        if (history is { Items.IsEmpty: false })
        {
            return TagState.Image;
        }

        if (reference is null)
        {
            return TagState.Missing;
        }

        return reference.From is { } from ? ClassifyReference(from, history) : TagState.Pending;
    }

    private static TagState ClassifyReference(ObjectReference from, NamedTagEventList? history) => from.Kind switch
    {
        ReferenceKinds.ImageStreamTag => TagState.Follows,
        ReferenceKinds.ImageStreamImage => TagState.Pinned,
        ReferenceKinds.DockerImage when ReferenceScanner.TryScan(from.Name, out _, out _) =>
            HasFailed(history) ? TagState.Failed : TagState.Pending,
        _ => TagState.Invalid,
    };

    private static bool HasFailed(NamedTagEventList? history)
    {
        foreach (var condition in history?.Conditions ?? default)
        {
            if (condition is { Type: TagEventCondition.ImportSuccess, Status: var status } && status == ConditionStatus.False)
            {
                return true;
            }
        }

        return false;
    }
}
