using ImageStreams.Builds;
using ImageStreams.References;
using ImageStreams.Workloads;

namespace ImageStreams.Tests.Model;

/// <summary>Texts of records are short, name the object, and have no secrets.</summary>
public class ToStringTests
{
    public static TheoryData<object, string> Records => new()
    {
        { new ImageStream { Metadata = new() { Name = "ruby", Namespace = "shop", ResourceVersion = "7" } }, "ImageStream shop/ruby@7" },
        { new Image { Metadata = new() { Name = "sha256:00" } }, "Image sha256:00" },
        { new ImageStreamList { Items = [new()] }, "ImageStreamList (1 item)" },
        { new BuildConfigList(), "BuildConfigList (0 items)" },
        { new ObjectMeta(), "" },
        { ObjectReference.ImageStreamTag("shop", "ruby:2.7"), "ImageStreamTag shop/ruby:2.7" },
        { ObjectReference.DockerImage("quay.io/app/web"), "DockerImage quay.io/app/web" },
        { new TagReference { Name = "a" }, "a" },
        { new TagReference { Name = "a", From = ObjectReference.ImageStreamTag("b") }, "a from ImageStreamTag b" },
        { new NamedTagEventList { Tag = "a", Items = [new(), new()] }, "a: 2 events" },
        { new TagEvent { Image = "sha256:00", Generation = 2 }, "sha256:00, generation 2, 0001-01-01T00:00:00Z" },
        { new TagEventCondition { Type = "ImportSuccess", Status = ConditionStatus.False, Reason = "NotFound" }, "ImportSuccess=False (NotFound)" },
        { new TagImportPolicy { ImportMode = ImportMode.Legacy, Scheduled = true }, "Legacy, scheduled" },
        { new DockerConfig { Env = ["PASSWORD=secret"] }, "DockerConfig (1 variable, 0 labels)" },
        { new KubernetesStatus { Status = "Failure", Code = 404, Reason = "NotFound", Message = "no such tag" }, "Failure 404 NotFound: no such tag" },
        { new BuildStrategy { SourceStrategy = new() { From = ObjectReference.ImageStreamTag("ruby:2.7") } }, "Source from ImageStreamTag ruby:2.7" },
        { new Container { Name = "web", Image = "ruby" }, "web: ruby" },
    };

    [Theory]
    [MemberData(nameof(Records))]
    public void ToString_AnyRecord_IsShort(object record, string expected) => Assert.Equal(expected, record.ToString());

    [Fact]
    public void ToString_EveryRecordOfTheModel_IsItsOwn()
    {
        var inherited = typeof(ImageStream).Assembly.GetExportedTypes()
            .Where(type => type.Namespace is "ImageStreams" or "ImageStreams.Builds" or "ImageStreams.Workloads")
            .Where(type => type.GetMethod("<Clone>$") is not null && !type.IsAbstract)
            .Where(type => type.GetMethod(nameof(ToString), [])!.GetCustomAttributes(inherit: false)
                .Any(attribute => attribute.GetType().Name == "CompilerGeneratedAttribute"));

        Assert.Empty(inherited);
    }

    [Fact]
    public void Name_ObjectWithoutOne_IsEmpty()
    {
        var stream = new ImageStream();

        Assert.Equal(("", ""), (stream.Namespace, stream.Name));
        Assert.Equal(ImageStreamName.FromParts("", ""), ImageStreamName.From(stream));
    }

    [Fact]
    public void From_AStream_IsItsFullName() => Assert.Equal(
        "shop/ruby",
        ImageStreamName.From(new ImageStream { Metadata = new() { Name = "ruby", Namespace = "shop" } }).ToString());

    [Theory]
    [InlineData(null, "shop", "shop")]
    [InlineData("", "shop", "shop")]
    [InlineData("infra", "shop", "infra")]
    [InlineData(null, null, "")]
    public void NamespaceOr_AnyReference_IsItsOwnOrThatOfTheHolder(string? own, string? holder, string expected) =>
        Assert.Equal(expected, new ObjectReference { Namespace = own }.NamespaceOr(holder));

    [Fact]
    public void Latest_OfAHistory_IsItsFirstEvent()
    {
        var history = new NamedTagEventList { Items = [new() { Image = "b" }, new() { Image = "a" }] };

        Assert.Equal("b", history.Latest!.Image);
        Assert.Null(new NamedTagEventList().Latest);
    }
}
