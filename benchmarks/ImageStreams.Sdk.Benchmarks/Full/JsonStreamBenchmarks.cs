using System.Buffers;
using BenchmarkDotNet.Attributes;
using ImageStreams.Benchmarks.Quick;
using ImageStreams.Serialization;

namespace ImageStreams.Benchmarks.Full;

/// <summary>Reading and writing a stream of ten events per tag; a bare scan of its JSON is the baseline.</summary>
[MemoryDiagnoser]
public class JsonStreamBenchmarks
{
    private readonly ArrayBufferWriter<byte> _destination = new();
    private ImageStream _stream = ImageStream.Default;
    private byte[] _json = [];

    [Params(10, 1_000)]
    public int Tags { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        _stream = JsonBenches.Stream(Tags);
        _json = ImageStreamJson.SerializeToUtf8Bytes(_stream);
    }

    [Benchmark(Baseline = true)]
    public long Scan() => JsonBenches.Scan(_json);

    [Benchmark]
    public ImageStream Decode() => ImageStreamJson.Deserialize<ImageStream>(_json);

    [Benchmark]
    public int EncodeIntoBuffer()
    {
        _destination.ResetWrittenCount();
        ImageStreamJson.Serialize(_destination, _stream);
        return _destination.WrittenCount;
    }

    [Benchmark]
    public byte[] EncodeIntoNewArray() => ImageStreamJson.SerializeToUtf8Bytes(_stream);
}
