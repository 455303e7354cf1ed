using ImageStreams.Clients;
using ImageStreams.Serialization;

namespace ImageStreams.Kubernetes;

/// <summary>Writes fields of objects of any kind, with an eye on those who own them.</summary>
/// <remarks>
/// <para>An object that is written has only the fields that the writer wants, besides its version, kind, name and namespace. Before
/// the write, the live object is read, and the fights over the fields that change are predicted: see
/// <see cref="FightPrediction"/>.</para>
/// <para>Instances are thread-safe.</para>
/// </remarks>
public sealed class ObjectWriter
{
    private readonly ApiSender _sender;

    /// <summary>Creates a writer.</summary>
    /// <param name="connection">The connection; it stays the caller's to dispose of.</param>
    /// <exception cref="ArgumentNullException"><paramref name="connection"/> is null.</exception>
    public ObjectWriter(ClusterConnection connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        _sender = connection.Sender;
    }

    /// <summary>Writes fields of an object; creates it where there is none.</summary>
    /// <param name="intended">The fields, with kind, version and name; the namespace for a kind that has one.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="ArgumentNullException"><paramref name="intended"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="intended"/> lacks its kind, its version or its name, or the options are not
    /// valid.</exception>
    /// <exception cref="ApiException">The server refuses the read or the write, save for a conflict of an apply.</exception>
    public Task<WriteOutcome<ClusterObject>> WriteAsync(
        ClusterObject intended, ObjectWriteOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(intended);
        options ??= ObjectWriteOptions.Default;
        WriteArguments.Check(intended, options);
        var resource = new ApiResource<ClusterObject, ClusterObjectList>(_sender, WriteArguments.GetResource(intended, options));
        return new FieldWrite(resource, intended, options).RunAsync(cancellationToken);
    }

    /// <summary>Writes the labels, the annotations and the spec of a stream; creates it where there is none.</summary>
    /// <remarks>The spec is written as it is, with its lookup policy and the policies of its tags. Its status is not.</remarks>
    /// <param name="intended">The stream, with its name and namespace.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="ArgumentNullException"><paramref name="intended"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="intended"/> lacks its name, or the options are not valid.</exception>
    /// <exception cref="ApiException">The server refuses the read or the write, save for a conflict of an apply.</exception>
    public async Task<WriteOutcome<ImageStream>> WriteStreamAsync(
        ImageStream intended, ObjectWriteOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(intended);
        var outcome = await WriteAsync(StreamFields.Select(intended), options, cancellationToken).ConfigureAwait(false);
        return outcome switch
        {
            WriteOutcome<ClusterObject>.Written written => new WriteOutcome<ImageStream>.Written
            {
                Object = ImageStreamJson.Deserialize<ImageStream>(ImageStreamJson.SerializeToUtf8Bytes(written.Object)),
                IsCreated = written.IsCreated,
                Forecast = written.Forecast,
            },
            WriteOutcome<ClusterObject>.Conflicted conflicted =>
                new WriteOutcome<ImageStream>.Conflicted { Status = conflicted.Status, Forecast = conflicted.Forecast },
            _ => new WriteOutcome<ImageStream>.Refused { Forecast = outcome.Forecast },
        };
    }
}
