using ImageStreams.References;
using ImageStreams.Triggers;
using ImageStreams.Workloads;

namespace ImageStreams.Tests.Triggers;

/// <summary>The sentence of every outcome, and the tag that it names.</summary>
public class TriggerOutcomeTextTests
{
    private const string Unversioned =
        "ruby:a points to an image, but its stream has no numeric resourceVersion and is passed over; set AcceptUnversioned of the lookup for streams from files.";

    private static ObjectReference RubyA => ObjectReference.ImageStreamTag("ruby:a");

    [Theory]
    [InlineData(TriggerStatus.Fires, "", "ruby:a points to new, and no build has had it.")]
    [InlineData(TriggerStatus.Fires, "old", "ruby:a points to new; the last build had old.")]
    [InlineData(TriggerStatus.Unchanged, "new", "ruby:a still points to new, which the last build had.")]
    [InlineData(TriggerStatus.Paused, null, "The trigger on ruby:a is paused.")]
    [InlineData(TriggerStatus.NotATag, null, "The trigger names the kind ImageStreamTag; only an ImageStreamTag can fire.")]
    [InlineData(TriggerStatus.Unversioned, null, Unversioned)]
    [InlineData(TriggerStatus.UnknownType, null, "The trigger has no type that exists; an API server drops it.")]
    [InlineData(TriggerStatus.Unresolved, null, "ruby:a does not point to an image.")]
    [InlineData(TriggerStatus.NoReference, null, "Neither the trigger nor the strategy names an image.")]
    public void Explanation_BuildTrigger_IsOneSentence(TriggerStatus status, string? last, string text)
    {
        var outcome = new BuildTriggerOutcome { Index = 0, From = RubyA, Status = status, PullSpec = "new", LastPullSpec = last };
        Assert.Equal((text, text), (outcome.Explanation, outcome.ToString()));
    }

    [Theory]
    [InlineData(TriggerStatus.Fires, "ruby:a points to new, which not every container of the trigger has had.")]
    [InlineData(TriggerStatus.Unchanged, "ruby:a points to new, which every container of the trigger has.")]
    [InlineData(TriggerStatus.Paused, "The trigger on ruby:a is not automatic.")]
    [InlineData(TriggerStatus.NotATag, "The trigger names the kind ImageStreamTag; only an ImageStreamTag can fire.")]
    [InlineData(TriggerStatus.Unversioned, Unversioned)]
    [InlineData(TriggerStatus.Unresolved, "ruby:a does not point to an image, and never did.")]
    public void Explanation_DeploymentConfigTrigger_IsOneSentence(TriggerStatus status, string text) =>
        Assert.Equal(text, new DeploymentConfigTriggerOutcome { Index = 0, From = RubyA, Status = status, PullSpec = "new" }.Explanation);

    [Theory]
    [InlineData(TriggerStatus.Fires, "", "ruby:a points to new; the container web has no image.")]
    [InlineData(TriggerStatus.Fires, "old", "ruby:a points to new; the container web has old.")]
    [InlineData(TriggerStatus.Unchanged, "new", "The container web has new, to which ruby:a points.")]
    [InlineData(TriggerStatus.Paused, null, "The trigger on ruby:a is paused.")]
    [InlineData(TriggerStatus.Unresolved, null, "ruby:a does not point to an image.")]
    [InlineData(TriggerStatus.Unversioned, null, Unversioned)]
    [InlineData(TriggerStatus.NoSuchContainer, null, "The object has no container spec.x.")]
    [InlineData(TriggerStatus.InvalidFieldPath, null, "The field spec.x is no container's image.")]
    [InlineData(TriggerStatus.OutsidePods, null, "The field spec.x is not one of the object's pods.")]
    public void Explanation_WorkloadTrigger_IsOneSentence(TriggerStatus status, string? image, string text)
    {
        var outcome = AnOutcome("ImageStreamTag", null, "ruby:a") with { Status = status, PullSpec = "new", Container = "web", Image = image };
        Assert.Equal(text, outcome.Explanation);
    }

    [Theory]
    [InlineData("ImageStreamTag", null, "ruby:a", "ruby:a")]
    [InlineData("ImageStreamTag", "shop", "ruby:a", "shop/ruby:a")]
    [InlineData("ImageStreamTag", "shop", "ruby", null)]
    [InlineData("ImageStreamTag", "shop", null, null)]
    [InlineData("DockerImage", null, "ruby:a", null)]
    [InlineData(null, null, "ruby:a", null)]
    public void Tag_Reference_IsTheTagThatItNames(string? kind, string? ns, string? name, string? tag)
    {
        var from = new ObjectReference { Kind = kind, Namespace = ns, Name = name };

        Assert.Equal(tag, Show(new BuildTriggerOutcome { Index = 0, From = from, Status = TriggerStatus.Paused }.Tag));
        Assert.Equal(tag, Show(new DeploymentConfigTriggerOutcome { Index = 0, From = from, Status = TriggerStatus.Paused }.Tag));
        Assert.Equal(tag, Show(AnOutcome(kind ?? "", ns, name ?? "").Tag));
    }

    [Fact]
    public void Tag_NoReference_IsNone() =>
        Assert.Null(new BuildTriggerOutcome { Index = 0, Status = TriggerStatus.NoReference }.Tag);

    private static WorkloadTriggerOutcome AnOutcome(string kind, string? ns, string name) => new()
    {
        Status = TriggerStatus.Paused,
        Trigger = new ObjectFieldTrigger
        {
            FieldPath = "spec.x",
            From = new ObjectFieldTriggerReference { Kind = kind, Namespace = ns, Name = name },
        },
    };

    private static string? Show(ImageStreamTagName? tag) => tag is { Namespace: "" } ? tag.LocalName : tag?.ToString();
}
