using System.Buffers;
using System.Text;
using ImageStreams.Collections;
using ImageStreams.Serialization;

namespace ImageStreams.Triggers;

/// <summary>Writes findings as SARIF 2.1.0, the format that code hosts and editors read.</summary>
/// <remarks>
/// The log has one run with all rules, is written in time linear in the findings, and is always the same for the same
/// findings. The object and the field are a logical location; with <see cref="TriggerSarifOptions.FindPlace"/>, the file, line
/// and column are a physical one. A correction is in the properties of its result, as a path and a value.
/// </remarks>
public static class TriggerSarif
{
    /// <summary>Writes findings as SARIF text.</summary>
    /// <inheritdoc cref="Write" path="/param"/>
    public static string ToJson(ValueList<TriggerFinding> findings, TriggerSarifOptions? options = null)
    {
        using var buffer = new BorrowedBuffer();
        Write(buffer, findings, options);
        return Encoding.UTF8.GetString(buffer.Written);
    }

    /// <summary>Writes findings as SARIF in UTF-8.</summary>
    /// <param name="destination">The destination.</param>
    /// <param name="findings">The findings.</param>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <exception cref="ArgumentNullException"><paramref name="destination"/> is null.</exception>
    public static void Write(
        IBufferWriter<byte> destination, ValueList<TriggerFinding> findings, TriggerSarifOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(destination);
        SarifLogWriter.Write(destination, findings, options ?? new TriggerSarifOptions());
    }
}
