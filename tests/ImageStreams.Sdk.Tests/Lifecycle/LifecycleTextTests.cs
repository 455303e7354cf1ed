using ImageStreams.Lifecycle;
using ImageStreams.References;
using ImageStreams.Validation;
using static ImageStreams.Tests.Builders.StreamBuilder;
using static ImageStreams.Tests.Builders.Worlds;

namespace ImageStreams.Tests.Lifecycle;

/// <summary>The texts that people read, in full.</summary>
public class LifecycleTextTests
{
    [Fact]
    public void AccessDecision_IsShownWithItsReason()
    {
        Assert.Equal("allowed: ", AccessDecision.Allow.ToString());
        Assert.Equal("denied: no role", AccessDecision.Deny("no role").ToString());
        Assert.Equal((true, "", ""), Parts(AccessDecision.Allow));
        Assert.Equal((false, "", ""), Parts(new AccessDecision()));
        Assert.Equal((false, "no role", ""), Parts(AccessDecision.Deny("no role")));
        Assert.Equal((false, "no role", "no answer"), Parts(AccessDecision.Deny("no role", "no answer")));
    }

    [Fact]
    public void StreamContext_IsShownWithItsRegistry()
    {
        Assert.Equal($"{InternalHostname}, {Now}", AWorld().ToString());
        Assert.Equal($"{Now}", new StreamContext { Now = Now }.ToString());
    }

    [Fact]
    public void StreamContext_Defaults_FindNothingAndAllowEverything()
    {
        var context = new StreamContext { Now = Now };

        Assert.Equal(("", ""), (context.InternalRegistryHostname, context.ExternalRegistryHostname));
        Assert.IsType<StreamLookupResult.NotFound>(context.FindStream(ImageStreamName.FromParts("a", "b")));
        Assert.True(context.ReviewAccess(ImageStreamName.FromParts("a", "b")).Allowed);
    }

    [Fact]
    public void StreamLookupResult_IsExplained()
    {
        var stream = AnImageStream().Build();

        Assert.Equal($"The stream was found: {stream}.", new StreamLookupResult.Found { Stream = stream }.ToString());
        Assert.Equal("There is no such stream.", new StreamLookupResult.NotFound().ToString());
        Assert.Equal("The stream could not be read: gone", new StreamLookupResult.Failed { Message = "gone" }.ToString());
    }

    [Fact]
    public void StreamChangeResult_IsExplained()
    {
        var plain = AnImageStream().Tag("a").Build();
        var cyclic = AnImageStream().Tag("a").Follows("b").Tag("b").Follows("a").Build();

        Assert.Equal($"The change is accepted: {plain}.", new StreamChangeResult.Accepted { Stream = plain }.ToString());
        Assert.Equal(
            $"The change is accepted: {cyclic}, with 1 cycle of tags.", new StreamChangeResult.Accepted { Stream = cyclic }.ToString());
        Assert.Equal(
            $"The change is rejected: {AnError("x")}; {AnError("y")}",
            new StreamChangeResult.Rejected { Errors = [AnError("x"), AnError("y")] }.ToString());
    }

    [Theory]
    [InlineData("b:c:d", "FieldValueInvalid", "this names no tag and no image of a stream; write TAG or STREAM:TAG for an "
        + "ImageStreamTag, ID or STREAM@ID for an ImageStreamImage")]
    [InlineData("gone:1", "FieldValueNotFound", "there is no image stream shop/gone; create it first, or follow another")]
    public void Create_TagThatCannotBeFollowed_SaysWhatToDo(string from, string reason, string detail) =>
        AssertCause(AnImageStream().Tag("a").Follows(from).Build(), AWorld(), reason, from, detail);

    [Fact]
    public void Create_ImageThatCannotBeFound_SaysWhatToDo() => AssertCause(
        AnImageStream().Tag("a").Pins("base@3").Build(),
        AWorld(AnImageStream("base").PushedTag("1").PointsTo('1').Build()),
        "FieldValueInvalid",
        "base@3",
        "no tag of the stream has ever pointed to an image '3'; name one from its history");

    [Fact]
    public void Create_BeginningOfSeveralImages_NamesTwoOfThem()
    {
        var (first, second) = ("sha256:" + new string('1', 63) + "2", "sha256:" + new string('1', 63) + "3");
        var source = AnImageStream("base").PushedTag("1").PointsTo('1').Build();
        source = TagHistory.Add(source, "1", AnEvent('4') with { Image = first });
        source = TagHistory.Add(source, "2", AnEvent('5') with { Image = second });
        var cause = FindCause(AnImageStream().Tag("a").Pins("base@11").Build(), AWorld(source));

        Assert.StartsWith("'11' is the beginning of several images, such as sha256:1", cause.Detail, StringComparison.Ordinal);
        Assert.EndsWith("; write more of it", cause.Detail, StringComparison.Ordinal);
        Assert.Contains(" and sha256:1", cause.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Create_LookupFails_SaysWhy() => AssertCause(
        AnImageStream().Tag("a").Follows("base:1").Build(),
        AWorld() with { FindStream = static _ => new StreamLookupResult.Failed { Message = "the store is away" } },
        "FieldValueInvalid",
        "base:1",
        "the image stream shop/base could not be read: the store is away");

    [Fact]
    public void Create_NoKindThatCanBeFollowed_HasNoValueToShow()
    {
        var stream = AnImageStream().Tag("a").From(new ObjectReference { Kind = "Nope" }).Build();
        var change = Assert.IsType<StreamChangeResult.Rejected>(StreamLifecycle.ApplyTags(stream, null, AWorld()));

        Assert.Equal("", change.Errors[0].BadValue);
    }

    [Fact]
    public void Create_MalformedTagOfAnotherNamespace_IsNotReviewed()
    {
        var change = StreamLifecycle.Create(
            AnImageStream().Tag("a").Follows("b:c:d", "infra").Build(),
            AWorld() with { ReviewAccess = static name => throw new InvalidOperationException(name.ToString()) });

        Assert.True(change.AccessReviews.IsEmpty);
        Assert.Single(Assert.IsType<StreamChangeResult.Rejected>(change).Errors[0].Causes);
    }

    [Fact]
    public void Create_SameErrorTwice_IsOneCause()
    {
        var change = StreamLifecycle.Create(AnImageStream().Tag("a").Follows("x:y:z").Build(), AWorld());
        var error = Assert.Single(Assert.IsType<StreamChangeResult.Rejected>(change).Errors);

        Assert.Equal("some of the tags that are new or changed cannot be applied", error.Detail);
        Assert.Equal(("[]", FieldErrorType.Internal), (error.Field, error.Type));
    }

    [Fact]
    public void Create_AccessDenied_IsForbiddenForTheSource()
    {
        var context = AWorld() with { ReviewAccess = static _ => AccessDecision.Deny("no role", "x") };
        var cause = FindCause(AnImageStream().Tag("a").Follows("base:1", "infra").Build(), context);

        Assert.Equal(("FieldValueForbidden", "spec.tags[a].from"), (cause.Reason, cause.Field));
        Assert.Equal("infra/base: \"no role\" \"x\"", cause.Detail);
        Assert.Equal("", cause.BadValue);
    }

    private static (bool Allowed, string Reason, string Error) Parts(AccessDecision decision) =>
        (decision.Allowed, decision.Reason, decision.EvaluationError);

    private static FieldError AnError(string field) => new() { Type = FieldErrorType.Invalid, Field = field, Detail = "wrong" };

    private static FieldError FindCause(ImageStream stream, StreamContext context) =>
        Assert.IsType<StreamChangeResult.Rejected>(StreamLifecycle.Create(stream, context)).Errors[0].Causes[0];

    private static void AssertCause(ImageStream stream, StreamContext context, string reason, string value, string detail)
    {
        var cause = FindCause(stream, context);
        Assert.Equal(
            (reason, "spec.tags[a].from.name", value, detail), (cause.Reason, cause.Field, cause.BadValue?.ToString(), cause.Detail));
    }
}
