using ImageStreams.References;

namespace ImageStreams.Graphs;

/// <summary>Says what a tag by itself has to say of where it leads.</summary>
internal static class TagStates
{
    public static TagState Of(TagReference? wish, NamedTagEventList? history) =>
        history is { Items.IsEmpty: false } ? TagState.Image
        : wish is null ? TagState.Missing
        : wish.From is { } from ? OfWish(from, history)
        : TagState.Pending;

    private static TagState OfWish(ObjectReference from, NamedTagEventList? history) => from.Kind switch
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
