using System.Text.Json;
using ImageStreams.Builds;
using ImageStreams.Serialization;
using ImageStreams.Workloads;

namespace ImageStreams.Fuzz;

/// <summary>The reading and writing of JSON.</summary>
internal static class JsonTargets
{
    public static IEnumerable<FuzzTarget> Create(Corpus corpus)
    {
        byte[][] objects =
        [
            .. corpus.FindObjects("ImageStream"), .. corpus.FindObjects("BuildConfig"), .. corpus.FindObjects("DeploymentConfig"),
            .. corpus.FindObjects("Image"), .. corpus.FindTexts("wire", "seeds-workloads"),
        ];
        yield return new TokenizerTarget(objects);
        yield return new RawJsonTarget(objects);
        yield return new TypedErrorTarget<JsonException>("strict-reading", objects, Tokens.Json, ReadStrictly);
        yield return new ReadWriteTarget<ImageStream>(corpus.FindObjects("ImageStream"));
        yield return new ReadWriteTarget<ImageStreamTag>(corpus.FindObjects("ImageStreamTag"));
        yield return new ReadWriteTarget<ImageStreamImage>(corpus.FindObjects("ImageStreamImage"));
        yield return new ReadWriteTarget<ImageStreamImport>(corpus.FindObjects("ImageStreamImport"));
        yield return new ReadWriteTarget<ImageStreamMapping>(corpus.FindObjects("ImageStreamMapping"));
        yield return new ReadWriteTarget<ImageTag>(corpus.FindObjects("ImageTag"));
        yield return new ReadWriteTarget<Image>(corpus.FindObjects("Image"));
        yield return new ReadWriteTarget<BuildConfig>(corpus.FindObjects("BuildConfig"));
        yield return new ReadWriteTarget<DeploymentConfig>(corpus.FindObjects("DeploymentConfig"));
    }

    /// <summary>Reads without tolerance, and lists the problems of fields.</summary>
    private static void ReadStrictly(byte[] text)
    {
        ImageStreamJson.FindFieldProblems<ImageStream>(text);
        ImageStreamJson.Deserialize<BuildConfig>(text, ImageStreamJsonOptions.Default with { Strict = true });
    }
}
