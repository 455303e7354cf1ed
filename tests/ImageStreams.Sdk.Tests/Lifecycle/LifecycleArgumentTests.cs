using ImageStreams.Lifecycle;
using static ImageStreams.Tests.Builders.StreamBuilder;
using static ImageStreams.Tests.Builders.Worlds;

namespace ImageStreams.Tests.Lifecycle;

/// <summary>Null where none may be, named.</summary>
public class LifecycleArgumentTests
{
    private static ImageStream Stream => AnImageStream().Tag("a").FollowsImage("quay.io/a/b").Build();

    private static TagReference SpecTag => Stream.Spec.Tags[0];

    public static TheoryData<string, Action> Calls => new()
    {
        { "stream", () => StreamLifecycle.Create(null!, AWorld()) },
        { "context", () => StreamLifecycle.Create(Stream, null!) },
        { "stream", () => StreamLifecycle.CreateWithStatus(null!, AWorld()) },
        { "context", () => StreamLifecycle.CreateWithStatus(Stream, null!) },
        { "stream", () => StreamLifecycle.Update(null!, Stream, AWorld()) },
        { "old", () => StreamLifecycle.Update(Stream, null!, AWorld()) },
        { "context", () => StreamLifecycle.Update(Stream, Stream, null!) },
        { "stream", () => StreamLifecycle.UpdateWithStatus(null!, Stream, AWorld()) },
        { "old", () => StreamLifecycle.UpdateWithStatus(Stream, null!, AWorld()) },
        { "context", () => StreamLifecycle.UpdateWithStatus(Stream, Stream, null!) },
        { "stream", () => StreamLifecycle.UpdateStatus(null!, Stream, AWorld()) },
        { "old", () => StreamLifecycle.UpdateStatus(Stream, null!, AWorld()) },
        { "context", () => StreamLifecycle.UpdateStatus(Stream, Stream, null!) },
        { "stream", () => StreamLifecycle.ApplyTags(null!, null, AWorld()) },
        { "context", () => StreamLifecycle.ApplyTags(Stream, null, null!) },
        { "stream", () => StreamLifecycle.Decorate(null!, AWorld()) },
        { "context", () => StreamLifecycle.Decorate(Stream, null!) },
        { "stream", () => StreamLifecycle.GetReferencedStreams(null!, null) },
        { "stream", () => TagHistory.WouldChange(null!, "a", AnEvent('1')) },
        { "tag", () => TagHistory.WouldChange(Stream, null!, AnEvent('1')) },
        { "tagEvent", () => TagHistory.WouldChange(Stream, "a", null!) },
        { "stream", () => TagHistory.HasCondition(null!, "a", AFailure("x")) },
        { "tag", () => TagHistory.HasCondition(Stream, null!, AFailure("x")) },
        { "condition", () => TagHistory.HasCondition(Stream, "a", null!) },
        { "stream", () => TagHistory.Add(null!, "a", AnEvent('1')) },
        { "tag", () => TagHistory.Add(Stream, null!, AnEvent('1')) },
        { "tagEvent", () => TagHistory.Add(Stream, "a", null!) },
        { "stream", () => TagHistory.SetConditions(null!, "a", []) },
        { "tag", () => TagHistory.SetConditions(Stream, null!, []) },
        { "stream", () => TrackingTags.MoveFollowers(null!, "a") },
        { "tag", () => TrackingTags.MoveFollowers(Stream, null!) },
        { "stream", () => TrackingTags.MoveAllFollowers(null!, null) },
        { "stream", () => TrackingTags.MoveDirectFollowers(null!, "a", AnEvent('1')) },
        { "tag", () => TrackingTags.MoveDirectFollowers(Stream, null!, AnEvent('1')) },
        { "tagEvent", () => TrackingTags.MoveDirectFollowers(Stream, "a", null!) },
        { "stream", () => TrackingTags.FindCycles(null!) },
        { "reason", () => AccessDecision.Deny(null!) },
        { "evaluationError", () => AccessDecision.Deny("x", null!) },
        { "specTag", () => ImportNeeds.IsImportable(null!) },
        { "stream", () => ImportNeeds.GetObservedGeneration(null!, "a") },
        { "tag", () => ImportNeeds.GetObservedGeneration(Stream, null!) },
        { "stream", () => ImportNeeds.IsDue(null!, new TagReference { Name = "a" }) },
        { "stream", () => ImportNeeds.IsImported(null!, SpecTag) },
        { "specTag", () => ImportNeeds.IsImported(Stream, null!) },
        { "stream", () => ImportNeeds.GetNeed(null!) },
        { "stream", () => ImportNeeds.GetScheduledTags(null!) },
        { "stream", () => ImportNeeds.ResetScheduled(null!) },
        { "status", () => ImportNeeds.IsStreamNotFound(null!) },
        { "stream", () => ImportRequests.Create(null!, _ => true) },
        { "predicate", () => ImportRequests.Create(Stream, null!) },
    };

    [Theory]
    [MemberData(nameof(Calls))]
    public void Null_IsRefusedByName(string parameter, Action call) =>
        Assert.Equal(parameter, Assert.Throws<ArgumentNullException>(call).ParamName);
}
