using ImageStreams.Internal;
using ImageStreams.Serialization;

namespace ImageStreams.Triggers;

/// <summary>Creates the results of objects that cannot be read, so that they do not keep others from being evaluated.</summary>
internal static class UnreadableObjects
{
    /// <summary>The maximum number of characters of the cause, which quotes the object.</summary>
    private const int MaxCause = 1024;

    public static WorkloadTriggerResult.Invalid CreateResult(WireFormatException error) => new()
    {
        Triggers = [],
        Reason = InvalidTriggerReason.UnreadableObject,
        Message = $"The object cannot be read: {PrintableText.Escape(error.Message, MaxCause)}",
    };
}
