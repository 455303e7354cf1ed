using ImageStreams.Policies;
using ImageStreams.References;

namespace ImageStreams.Tests.Policies;

/// <summary>Images and requests for tests of gates.</summary>
internal static class GateSamples
{
    public static readonly DateTimeOffset Start = new(2026, 12, 1, 10, 0, 0, TimeSpan.Zero);

    public static TagGateQuestion Question => new() { Tag = "2.1", Digest = DigestFor("2.1") };

    public static Digest DigestFor(string text) => Digest.Sha256(System.Text.Encoding.UTF8.GetBytes(text));

    public static CandidateTag Candidate(string tag) => new() { Name = tag, Digest = DigestFor(tag) };

    public static TagReference Tag(params TagGate[] gates) => TagGatesAnnotation.Write(
        new TagReference { Name = "prod", From = ObjectReference.DockerImage("quay.io/team/app:2.0") }, new TagGateSet { Gates = [.. gates] });

    public static TagGateRequest Request(TagReference tag, params string[] candidates) => new()
    {
        Tag = tag,
        Target = ImageStreamTagName.Parse("shop/app:prod"),
        Image = ImageReference.Parse("quay.io/team/app:2.0"),
        Candidates = [.. candidates.Select(Candidate)],
    };

    /// <summary>Decides, and writes the memory to the tag.</summary>
    public static async Task<(GatedChoice Choice, TagReference Tag)> LookAsync(
        TagGatekeeper keeper, TagReference tag, DateTimeOffset now, params string[] candidates)
    {
        var choice = await keeper.DecideAsync(Request(tag, candidates), now);
        return (choice, TagGateStateAnnotation.Write(tag, choice.State));
    }
}
