using ImageStreams.Builds;
using ImageStreams.Collections;
using ImageStreams.Serialization;
using ImageStreams.Workloads;

namespace ImageStreams.Tests.Model;

/// <summary>Each kind of the API reads what a cluster shows and writes the same text.</summary>
public class KindRoundTripTests
{
    [Fact]
    public void ImageStream_Sample_IsWrittenAsRead() => AssertRoundTrip<ImageStream>(KindSamples.ImageStream);

    [Fact]
    public void ImageStreamList_Sample_IsWrittenAsRead() => AssertRoundTrip<ImageStreamList>(KindSamples.ImageStreamList);

    [Fact]
    public void Image_Sample_IsWrittenAsRead() => AssertRoundTrip<Image>(KindSamples.Image);

    [Fact]
    public void ImageList_Sample_IsWrittenAsRead() => AssertRoundTrip<ImageList>(KindSamples.ImageList);

    [Fact]
    public void ImageSignature_Sample_IsWrittenAsRead() => AssertRoundTrip<ImageSignature>(KindSamples.ImageSignature);

    [Fact]
    public void ImageStreamTag_Sample_IsWrittenAsRead() => AssertRoundTrip<ImageStreamTag>(KindSamples.ImageStreamTag);

    [Fact]
    public void ImageStreamTagList_Sample_IsWrittenAsRead() =>
        AssertRoundTrip<ImageStreamTagList>(KindSamples.ImageStreamTagList);

    [Fact]
    public void ImageTag_Sample_IsWrittenAsRead() => AssertRoundTrip<ImageTag>(KindSamples.ImageTagOne);

    [Fact]
    public void ImageTagList_Sample_IsWrittenAsRead() => AssertRoundTrip<ImageTagList>(KindSamples.ImageTagList);

    [Fact]
    public void ImageStreamImage_Sample_IsWrittenAsRead() => AssertRoundTrip<ImageStreamImage>(KindSamples.ImageStreamImage);

    [Fact]
    public void ImageStreamMapping_Sample_IsWrittenAsRead() =>
        AssertRoundTrip<ImageStreamMapping>(KindSamples.ImageStreamMapping);

    [Fact]
    public void ImageStreamLayers_Sample_IsWrittenAsRead() =>
        AssertRoundTrip<ImageStreamLayers>(KindSamples.ImageStreamLayers);

    [Fact]
    public void ImageStreamImport_Sample_IsWrittenAsRead() =>
        AssertRoundTrip<ImageStreamImport>(KindSamples.ImageStreamImport);

    [Fact]
    public void BuildRequest_Sample_IsWrittenAsRead() => AssertRoundTrip<BuildRequest>(KindSamples.BuildRequest);

    /// <summary>Unknown fields move behind the known ones; nothing else changes.</summary>
    [Fact]
    public void BuildConfig_Sample_KeepsUnknownFields()
    {
        AssertStable<BuildConfig>(KindSamples.BuildConfig);
        var spec = ImageStreamJson.Deserialize<BuildConfig>(KindSamples.BuildConfig).Spec;

        Assert.Equal(["nodeSelector", "postCommit", "resources"], spec.UnknownFields.Keys);
        Assert.Equal("ruby:3.2", spec.Strategy.SourceStrategy!.From.Name);
    }

    [Fact]
    public void DeploymentConfig_Sample_KeepsUnknownFields()
    {
        AssertStable<DeploymentConfig>(KindSamples.DeploymentConfig);
        var spec = ImageStreamJson.Deserialize<DeploymentConfig>(KindSamples.DeploymentConfig).Spec;

        Assert.Equal(["replicas", "strategy", "test"], spec.UnknownFields.Keys);
        Assert.Equal("x@y", spec.Template!.Spec.Containers.Find("web")!.Image);
    }

    private static void AssertRoundTrip<T>(string sample)
        where T : class, IWireObject<T>
    {
        Assert.Equal(RawJson.Parse(sample).ToString(), ImageStreamJson.Serialize(ImageStreamJson.Deserialize<T>(sample)));
        AssertStable<T>(sample);
    }

    /// <summary>Written and read again it is equal, and means the JSON that came.</summary>
    private static void AssertStable<T>(string sample)
        where T : class, IWireObject<T>
    {
        var value = ImageStreamJson.Deserialize<T>(sample);
        var written = RawJson.Parse(ImageStreamJson.Serialize(value));

        Assert.Equal(value, ImageStreamJson.Deserialize<T>(written.Utf8));
        Assert.True(System.Text.Json.JsonElement.DeepEquals(RawJson.Parse(sample).ToJsonElement(), written.ToJsonElement()));
    }
}
