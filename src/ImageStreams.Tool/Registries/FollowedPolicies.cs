using ImageStreams.Policies;
using ImageStreams.References;

namespace ImageStreams.Tool;

/// <summary>The policies of the tags of streams.</summary>
internal static class FollowedPolicies
{
    /// <summary>Finds the tags whose policies choose among the tags of a registry.</summary>
    public static IEnumerable<PolicyQuestion> FindAll(IEnumerable<ImageStream> streams) =>
        from stream in streams
        from tag in stream.Spec.Tags
        where tag.From is { Kind: ReferenceKinds.DockerImage, Name: { } name } && ImageReference.TryParse(name, out var image) && image.Id.Length == 0
        let policy = (TagPolicyAnnotation.Read(tag) as TagPolicyReading.Found)?.Policy
        where policy is not null && policy.Order != TagPolicyOrder.Digest && !tag.Reference
        select new PolicyQuestion(ImageStreamTagName.FromParts(stream.Namespace, stream.Name, tag.Name), tag, policy);

    /// <summary>Adds the answer of a policy to what is known of a tag.</summary>
    public static FollowedTag Add(FollowedTag tag, PolicyAnswer? answer)
    {
        if (answer is null)
        {
            return tag;
        }

        var status = answer switch
        {
            _ when tag.Status == FollowedTagStatus.Failed => tag.Status,
            { IsFailure: true } => FollowedTagStatus.Failed,
            { Chosen: not null } => FollowedTagStatus.Moved,
            { IsHeld: true } when tag.Status != FollowedTagStatus.Moved => FollowedTagStatus.Held,
            _ => tag.Status,
        };
        return tag with
        {
            Policy = answer,
            Status = status,
            Failure = tag.Failure ?? (answer.IsFailure ? answer.Explanation : null),
        };
    }
}
